namespace Annalist.Tests.Ingest;

/// <summary>More pages as a crawler leaves them. All states, outlets and people are invented.</summary>
internal static class MoreNoisyPages
{
    public const string Opinion = """
        OPINION
        The cod war that nobody wanted to win
        Ingrid Hauge

        May 20, 2021

        Agreements are like nets: what matters is the size of the holes. The one that Norland and Varda signed this month has a hole large enough for a trawler.

        Consider the inspections. Each side will inspect its own ships, and report to the other. I have sat through enough committee meetings to know what such reports are worth.

        Why then did both governments sign? Because both face elections, and neither could afford another winter like the last.

        There is a better way, and the islanders have pointed to it. Let the commission hire its own inspectors, and let the two states pay them in equal parts.

        Ingrid Hauge is a writer based in Hvalo. She is the author of a history of the northern fisheries and covers the sea for several papers.

        The views expressed in this article are the author's own and do not necessarily reflect the editorial policy of Kystlinje.
        """;

    public const string PressRelease = """
        MINISTRY OF FISHERIES OF VARDA
        Press Service
        FOR IMMEDIATE RELEASE
        Tuesday, 4 May 2021
        Press release No. 31

        Minister Brekke receives the ambassador of Norland

        On 4 May 2021 the Minister of Fisheries of Varda, Olav Brekke, received the Ambassador of Norland, Peder Lund, at the latter's request.

        The sides discussed the implementation of the agreement on the joint management of cod stocks and exchanged views on the regional agenda.

        The Minister underlined the importance of mutual inspections. The Ambassador conveyed the readiness of his Government to begin them in July.

        The meeting was held in a constructive atmosphere.

        ###
        Media contact: press@fisheries.example
        Tel.: +00 12 345 678
        """;

    public const string CapitalHeadline = """
        THE VARDA COURIER
        EST. 1881
        Today's paper  |  Crossword  |  Log in  |  Subscribe from 3 crowns a week
        18°C Skarn
        ASSEMBLY DELAYS VOTE ON COD AGREEMENT
        ASSEMBLY DELAYS VOTE ON COD AGREEMENT
        By Mara Lindqvist and Tor Eng in Skarn | The Varda Courier | 12 May 2021
        SKARN — Varda's assembly put off its vote on the fishing agreement with Norland on Wednesday after three members of the ruling coalition demanded changes.
        The speaker said a new date would be set within a week. The government needs every vote of the coalition.
        As the newspaper Hvalo Tidende reported on Tuesday, the three members had asked for the same fund that Norland promised to its islands. “We are not asking for charity,” one of them told the paper.
        The finance ministry declined to comment.
        Like this story? Help us tell more of them. Donate.
        Follow The Varda Courier on Facebook and Twitter.
        More from Politics
        Budget passes by one vote
        Minister's brother cleared
        """;

    public const string ChannelPost = """
        ⚡️ Varda's assembly approves the cod agreement

        The assembly voted 50 to 49. The agreement enters into force on June 1, the speaker said.

        Norland welcomed the vote. "A good day for the sea," its foreign minister wrote.

        👉 Subscribe: @northernseas
        #varda #norland #cod
        👁 12.4K
        """;

    public const string AmericanDate = """
        Norland Tribune
        Updated 06/04/2021 10:15 AM
        First joint patrol leaves Port Hale
        The first joint patrol of Norland and Varda left Port Hale on Thursday, three days after the fishing agreement entered into force on June 1.
        Two ships take part, one of each state. They will stay at sea for ten days, the navy said.
        The patrol is led by a Norlandic officer, who will hand over to a Vardan one half-way. "We have one radio channel and two languages," she said.
        Norland Tribune, all rights reserved 2021
        """;

    public const string Tabloid = """
        Kystnytt
        NEWS
        Trawler captain: "I was in my own waters"
        ADVERTISEMENT
        The captain held by Varda in December says he never crossed the line.
        He has the chart to prove it.
        "I was in my own waters," Arne Fosse, 54, says.
        Story continues below
        ADVERTISEMENT
        Varda's coast guard disagrees.
        Its records put the trawler two miles east of the line.
        Fosse was freed after two days and a fine of 80,000 crowns.
        He has not paid it.
        His lawyer will ask a court in Port Hale this month to declare the fine void.
        READ MORE:
        Ferry cancelled again
        Seal in the harbour
        """;

    public const string Briefing = """
        Ministry of Foreign Affairs of Norland
        Briefing by the spokesperson, 8 June 2021
        Transcript
        SPOKESPERSON: Good afternoon. I have one announcement. The foreign minister will travel to Skarn on Thursday for talks with his colleague.
        QUESTION: Will he raise the case of the trawler?
        SPOKESPERSON: He will raise everything that is open between us, and the trawler is open.
        QUESTION: Has Varda agreed to pay compensation?
        SPOKESPERSON: Not yet. We have asked for it in writing, and we expect an answer in writing.
        QUESTION: Thank you.
        SPOKESPERSON: Thank you all.
        """;

    public const string Syndicated = """
        Northern Mirror
        Norland and Varda hold first session of fishing commission – Meridian Press
        16 June 2021
        Translated from Vardan by the staff of Northern Mirror
        This article was first published by Kystlinje.
        The joint fishing commission of Norland and Varda met for the first time on Wednesday in Hvalo, with the islanders at the table.
        According to Meridian Press, the session was opened by the ministers of both states. The agency quotes the Vardan minister: "From today the sea has one office."
        The commission will have nine members. The portal Kystlinje writes that its first task is to hire inspectors.
        As told to the Skarn Daily newspaper by a delegate, the budget remains open.
        Source: Kystlinje
        """;
}
