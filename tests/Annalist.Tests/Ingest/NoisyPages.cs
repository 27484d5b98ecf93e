namespace Annalist.Tests.Ingest;

/// <summary>Pages as a crawler leaves them. All states, outlets and people are invented.</summary>
internal static class NoisyPages
{
    public const string Newsletter = """
        View this email in your browser
        THE HARBOUR LETTER
        Your weekday guide to the northern seas
        Tuesday, 9 March 2021

        Norland and Varda edge toward a fishing deal

        Good morning. Negotiators from Norland and Varda are closer to a fishing agreement than at any time since the talks began, two officials told the Harbour Letter last night.

        The draft sets a quota of 40,000 tonnes of cod a year. It leaves the question of inspections open, which Varda had insisted on in January.

        ELSEWHERE

        The parliament of Norland voted on Monday to extend the mandate of its patrol ships until the end of the year. Opposition members walked out before the vote.

        In Port Hale, dockers ended a strike of nine days after the ministry of transport offered to pay half of the arrears.

        Was this email forwarded to you? Sign up here.
        Manage your preferences  |  Unsubscribe  |  Privacy policy
        The Harbour Letter, 12 Quay Street, Port Hale
        """;

    public const string Interview = """
        Home › Interviews
        Interview
        "We will not sign a paper that nobody can check"
        Varda's chief negotiator on cod, patrol boats and patience
        Interview by Jonas Feldt
        Published: 14.04.2021, 08:30
        Reading time: 6 min

        Liv Aronsen has led Varda's delegation in the fishing talks for two years. She spoke to us in her office above the harbour of Skarn.

        Ms Aronsen, are the talks with Norland dead?

        No. They are tired, as we all are. But nobody has left the table, and the next round is set for May.

        What is missing?

        Inspections. We can agree on the quota tomorrow. We cannot agree on a quota that is not checked.

        And if Norland refuses?

        Then we will wait. The fish will not.

        Would Varda send patrol boats again?

        I would rather not answer that. The minister said in February that the boats stay in harbour as long as we talk, and we are talking.

        Thank you for the conversation.

        SHARE THIS INTERVIEW
        Facebook Twitter Copy link
        More interviews
        The man who counts seals
        "Nobody asked the islanders"
        """;

    public const string WrappedWire = """
        bc-norland-varda 2ndld-writethru
        Norland says Varda boats crossed line, Varda denies it

            PORT HALE, Norland, March 3 (Meridian Press) - Norland said on
        Wednesday that two Vardan patrol boats had crossed the median line
        during the night and turned back only after a warning, a charge that
        Varda denied within the hour.

            The foreign ministry summoned Varda's ambassador and handed him
        a note of protest, its spokeswoman said. The ambassador told
        reporters that the boats had been "well within our own waters" and
        that Varda had records to prove it.

            The two states have disputed the line since 1974. A round of
        talks that was to be held in Skarn next week will go ahead, both
        sides said.

            Norland's prime minister, Edvard Holm, called for calm.

        (Reporting by Anna Brandt; Editing by Paul Moss)
        MP/jk 1810
        ENDS
        """;

    public const string CommentedNews = """
        We use cookies and similar technologies to give you the best experience. By continuing to browse you agree to our use of cookies.
        Accept all
        Manage settings
        Skip to content
        Skarn Daily
        News  Politics  Economy  Culture  Sport
        Search
        Breaking: Ferry to Port Hale cancelled
        Politics
        Varda recalls its ambassador from Norland over boat incident
        By Mette Solheim
        March 5, 2021
        2 min read
        Share

        Photo: The Vardan embassy in Port Hale. (K. Dahl/Skarn Daily)

        Varda recalled its ambassador from Norland for consultations on Friday, two days after a quarrel over patrol boats on the median line.

        "We expect an apology and we expect it soon," foreign minister Olav Brekke told a press conference in Skarn.

        Read more: Who drew the median line?

        Norland's government said that it regretted the step and would not answer in kind.

        The European Union called on both to return to the talks, according to a spokesman for the bloc's foreign service.

        Advertisement

        The incident of Wednesday night is the third this winter. In December Varda held a Norlandic trawler for two days; in January shots were fired into the air.

        Tags: Varda, Norland, fishing
        3 Comments
        Nordfisk
        March 5, 2021 at 11:02
        They should have done this weeks ago. The minister is far too soft on these people and everybody knows it.
        Reply
        seal_counter
        March 5, 2021 at 11:45
        I do not think that recalling an ambassador has ever brought back a single fish to our waters.
        Reply
        Leave a Reply
        Your email address will not be published. Required fields are marked *
        © 2021 Skarn Daily. All rights reserved.
        """;

    public const string RussianPage = """
        Главная | Новости | Политика | Экономика
        Курсы валют: USD 74,33 EUR 88,60
        Министры рыболовства двух стран договорились о квоте на треску
        10 марта 2021, 14:20
        Просмотров: 312
        СКАРН, 10 марта (Северное агентство). Министры рыболовства Норландии и Варды договорились во вторник о годовой квоте на треску, сообщили в министерстве.
        По словам министра, документ будет подписан в мае, если стороны согласуют порядок проверок. Он отметил, что переговоры шли два года.
        В прошлом месяце стороны отозвали патрульные катера из спорного района. Наблюдатели считают, что это был первый шаг к соглашению.
        Читайте также: Докеры закончили забастовку
        Подписывайтесь на наш канал
        © Северное агентство, 2021. При использовании материалов ссылка обязательна.
        """;

    public const string GermanPage = """
        Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.
        Akzeptieren
        Startseite
        Politik
        Varda und Norland einigen sich auf eine Fangquote
        Stand: 11.03.2021 17:05 Uhr
        Nach zwei Jahren haben sich die beiden Staaten auf eine Quote für den Kabeljau geeinigt. Offen bleibt, wer die Schiffe kontrolliert.
        Von Karla Weidner, Skarn
        Die Minister unterzeichneten das Papier am Donnerstag in Skarn. Es sieht eine Menge von 40.000 Tonnen im Jahr vor und gilt bis zum Ende des Jahres 2025.
        Die Opposition in Norland kritisierte die Einigung. Sie sei ein Geschenk an die Reeder, sagte ein Sprecher.
        Lesen Sie auch
        Der Streit um die Linie
        Kommentare (12)
        Impressum
        """;

    public const string GluedTickers = """
        0 $2,500 $5,000 $1,360 $MARCH 2021
        Support TideFront
        Fishing deal leaves the islanders out
        Would love your thoughts, please comment.xThe agreement on cod that Norland and Varda signed last week leaves out the one group that lives on it, the islanders say.
        “Nobody asked us,” the mayor of Hvalo told the news portal Kystlinje. “We read it in the paper like everybody else.”
        The governments answer that the islands will have a seat on the commission, which is to meet for the first time in June, and a share of foreign markets.0 $
        Support TideFront
        Notify of
        guest
        0 Comments
        Inline Feedbacks
        View all comments
        """;

    public const string Widgets = """
        Norland parliament ratifies cod agreement | The Port Hale Observer
        The Port Hale Observer
        Monday, May 3, 2021
        Norland parliament ratifies cod agreement
        Lawmakers back the deal by 61 votes to 38 after a debate of eleven hours
        Sigrid Vale
        Parliament correspondent
        03 May 2021 • 6:12pm
        The parliament of Norland ratified the fishing agreement with Varda on Monday, opening the way for the first joint quota in the history of the two states.
        The vote followed a debate of eleven hours in which the opposition moved 140 amendments and lost every one of them.
        RELATED ARTICLES
        Who drew the median line?
        Seals: the other fishermen
        What the islanders want
        Prime minister Edvard Holm said that the agreement "ends a quarrel older than most of the people in this room".
        The leader of the opposition, Runa Eik, said her party would take the agreement to court. "It gives away what is not the government's to give," she said.
        A promise to the islands
        To win the votes of the island members, the government promised a fund of 12 million crowns for new boats. Varda has made no such promise.
        The agreement enters into force on 1 June if Varda's assembly approves it next week.
        Most popular
        1 Ferry timetable changes from Monday
        2 The best walks around Skarn
        3 Port Hale wins the cup
        About us  Contact  Advertise  Privacy
        """;
}
