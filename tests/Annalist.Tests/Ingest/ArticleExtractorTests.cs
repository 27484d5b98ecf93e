using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Tests.Ingest;

public sealed class ArticleExtractorTests
{
    private static readonly ArticleExtractor Extractor = new();

    public static TheoryData<string, string, string, string, string> Pages => new()
    {
        { NoisyPages.Newsletter, "Norland and Varda edge toward a fishing deal", "Good morning. Negotiators", "half of the arrears.", "View this email|Was this email|Manage your|9 March" },
        { NoisyPages.Interview, "\"We will not sign a paper that nobody can check\"", "Varda's chief negotiator", "Thank you for the conversation.", "Home ›|Interview by|Reading time|SHARE THIS|Copy link|counts seals" },
        { NoisyPages.WrappedWire, "Norland says Varda boats crossed line, Varda denies it", "Norland said on Wednesday that two", "Holm, called for calm.", "writethru|Meridian|Reporting by|ENDS|1810" },
        { NoisyPages.CommentedNews, "Varda recalls its ambassador from Norland over boat incident", "Varda recalled its ambassador from", "fired into the air.", "cookies|Accept all|Ferry|min read|Photo:|median line?|Advertisement|Tags:|far too soft|single fish|rights reserved" },
        { NoisyPages.RussianPage, "Министры рыболовства двух стран договорились о квоте на треску", "Министры рыболовства Норландии", "первый шаг к соглашению.", "Главная|USD|Просмотров|Читайте|Подписывайтесь|©" },
        { NoisyPages.GermanPage, "Varda und Norland einigen sich auf eine Fangquote", "Nach zwei Jahren haben", "sagte ein Sprecher.", "Cookies|Startseite|Stand:|Von Karla|Lesen Sie|Streit um|Impressum" },
        { NoisyPages.GluedTickers, "Fishing deal leaves the islanders out", "The agreement on cod that Norland", "a share of foreign markets.", "0 $|Support|Would love|comment.x|Notify|Feedbacks" },
        { NoisyPages.Widgets, "Norland parliament ratifies cod agreement", "Lawmakers back the deal", "assembly approves it next week.", "Observer|RELATED|median line|other fishermen|islanders want|Most popular|Ferry|Sigrid|correspondent" },
        { MoreNoisyPages.Opinion, "The cod war that nobody wanted to win", "Agreements are like nets", "pay them in equal parts.", "OPINION|writer based|views expressed" },
        { MoreNoisyPages.PressRelease, "Minister Brekke receives the ambassador of Norland", "On 4 May 2021 the Minister", "in a constructive atmosphere.", "IMMEDIATE|Press Service|release No|###|contact|Tel." },
        { MoreNoisyPages.CapitalHeadline, "ASSEMBLY DELAYS VOTE ON COD AGREEMENT", "Varda's assembly put off its vote", "ministry declined to comment.", "COURIER|1881|Crossword|18°C|SKARN —|Like this story|Follow|Budget passes" },
        { MoreNoisyPages.ChannelPost, "Varda's assembly approves the cod agreement", "The assembly voted 50 to 49.", "its foreign minister wrote.", "Subscribe|#varda|12.4K" },
        { MoreNoisyPages.AmericanDate, "First joint patrol leaves Port Hale", "The first joint patrol of Norland", "two languages,\" she said.", "Updated|rights reserved" },
        { MoreNoisyPages.Tabloid, "Trawler captain: \"I was in my own waters\"", "The captain held by Varda", "declare the fine void.", "ADVERTISEMENT|Story continues|READ MORE|Ferry|Kystnytt" },
        { MoreNoisyPages.Syndicated, "Norland and Varda hold first session of fishing commission – Meridian Press", "The joint fishing commission of", "the budget remains open.", "Northern Mirror|Translated from|first published|Source:" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_is_found_and_the_noise_left_out(string page, string title, string first, string last, string noise)
    {
        var report = Extract(page);
        Assert.Equal(title, report.Title);
        Assert.StartsWith(first, report.Text, StringComparison.Ordinal);
        Assert.EndsWith(last, report.Text, StringComparison.Ordinal);
        foreach (string left in noise.Split('|')) Assert.DoesNotContain(left, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Notes, n => n.Id == NoteIds.ArticleNotFound);
        Assert.Equal(Fingerprint.Of(report.Text), report.Hash);
    }

    [Fact]
    public void A_date_under_the_headline_is_the_day_of_publication()
    {
        Assert.Equal((new DateOnly(2021, 3, 5), PublishedBasis.Masthead), Shown(NoisyPages.CommentedNews));
        Assert.Equal((new DateOnly(2021, 3, 11), PublishedBasis.Masthead), Shown(NoisyPages.GermanPage));
        Assert.Equal((new DateOnly(2021, 5, 3), PublishedBasis.Masthead), Shown(NoisyPages.Widgets));
    }

    [Fact]
    public void A_date_beside_the_author_is_a_byline_date() => Assert.Equal((new DateOnly(2021, 5, 12), PublishedBasis.Byline), Shown(MoreNoisyPages.CapitalHeadline));

    [Fact]
    public void The_text_decides_between_day_first_and_month_first() => Assert.Equal(new DateOnly(2021, 6, 4), Extract(MoreNoisyPages.AmericanDate).Published);

    [Fact]
    public void A_date_that_can_be_read_both_ways_stays_unknown_with_a_note()
    {
        var report = Extract("Norland Tribune\nPatrol leaves harbour at dawn\n03/04/2021\n\nThe patrol left the harbour at dawn and will stay at sea for ten days, the navy of Norland said.\n");
        Assert.Null(report.Published);
        Assert.Contains(report.Notes, n => n.Id == NoteIds.DateUnresolved && n.Detail!.Contains("03/04/2021", StringComparison.Ordinal));
        Assert.Contains(report.Notes, n => n.Id == NoteIds.PublishedUnknown);
    }

    [Fact]
    public void A_bare_date_at_the_foot_or_a_month_alone_is_no_day_of_publication()
    {
        var report = Extract("MARCH 2021\n\nQuota talks go on in Skarn\n\nThe talks on the quota went on in Skarn in 2021 without a result, the delegations said.\n\n30/04/2005\n16/02/2023 10:43\n");
        Assert.Null(report.Published);
        Assert.Null(report.PublishedBasis);
    }

    [Fact]
    public void A_weekday_that_does_not_fit_makes_a_date_untrue() =>
        Assert.Null(Extract("Monday, 9 March 2021\n\nQuota talks go on in Skarn\n\nThe talks on the quota went on in Skarn without a result, the delegations said.\n").Published);

    [Fact]
    public void A_dateline_gives_place_day_and_agency()
    {
        var report = Extract("Quota talks go on in Skarn\n\nSKARN, March 9, 2021 (Meridian Press) - The talks on the quota went on without a result, the delegations said on Tuesday.\n");
        Assert.Equal("SKARN", report.Dateline);
        Assert.Equal((new DateOnly(2021, 3, 9), PublishedBasis.Dateline), (report.Published, report.PublishedBasis));
        Assert.Equal("Meridian Press", report.Outlet);
        Assert.StartsWith("The talks on the quota", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_speaker_before_a_colon_is_no_dateline()
    {
        var report = Extract(MoreNoisyPages.Briefing);
        Assert.Null(report.Dateline);
        Assert.StartsWith("SPOKESPERSON: Good afternoon.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Authors_are_named_by_bylines_and_brackets_but_generic_ones_are_nobody()
    {
        Assert.Equal("Mette Solheim", Extract(NoisyPages.CommentedNews).Author);
        Assert.Equal("Karla Weidner", Extract(NoisyPages.GermanPage).Author);
        Assert.Equal("Sigrid Vale", Extract(NoisyPages.Widgets).Author);
        Assert.Equal("Mara Lindqvist, Tor Eng", Extract(MoreNoisyPages.CapitalHeadline).Author);
        Assert.Equal("Anna Brandt", Extract(NoisyPages.WrappedWire).Author);
        Assert.Null(Extract("Quota talks go on in Skarn\nBy Staff Writer\n\nThe talks on the quota went on without a result, the delegations said on Tuesday.\n").Author);
    }

    [Theory]
    [InlineData("ALSO INTERESTING\nFive questions on the ferry timetable\nWhy the harbour smells of tar\n")]
    [InlineData("More Stories\nFive questions on the ferry timetable\n")]
    [InlineData("WORTH READING\n")]
    [InlineData("HARBOUR LIFE\nFive questions on the ferry timetable\nWhy the harbour smells of tar\n")]
    public void A_heading_over_other_stories_is_neither_author_nor_outlet(string foot)
    {
        const string Body = "Quota talks go on in Skarn\n5 March 2021\n\nThe talks on the quota went on without a result, the delegations said on Tuesday. Both sides want to meet again in the autumn, a spokesman said.\n\n";
        var below = Extract(Body + foot);
        Assert.Null(below.Author);
        Assert.Null(below.Outlet);
        Assert.EndsWith("a spokesman said.", below.Text, StringComparison.Ordinal);
        var above = Extract(foot.Split('\n')[0] + "\n\n" + Body);
        Assert.Null(above.Author);
        Assert.Null(above.Outlet);
    }

    [Fact]
    public void A_signature_below_the_body_is_the_author_also_in_capitals()
    {
        const string Body = "Quota talks go on in Skarn\n5 March 2021\n\nThe talks on the quota went on without a result, the delegations said on Tuesday.\n\n";
        Assert.Equal("METTE SOLHEIM", Extract(Body + "METTE SOLHEIM\n").Author);
        Assert.Equal("Mette Solheim", Extract(Body + "Mette Solheim\nFerry timetable changes again in June\n").Author);
    }

    [Fact]
    public void A_correspondent_is_named_with_the_particles_of_the_name() =>
        Assert.Equal("Joris van Doorn", Extract("Quota talks go on in Skarn\nBy our correspondent Joris van Doorn, Skarn\n5 March 2021\n\nThe talks on the quota went on without a result, the delegations said on Tuesday.\n").Author);

    [Fact]
    public void The_outlet_is_what_the_page_calls_itself()
    {
        Assert.Equal("Skarn Daily", Extract(NoisyPages.CommentedNews).Outlet);
        Assert.Equal("TideFront", Extract(NoisyPages.GluedTickers).Outlet);
        Assert.Equal("The Port Hale Observer", Extract(NoisyPages.Widgets).Outlet);
        Assert.Equal("The Varda Courier", Extract(MoreNoisyPages.CapitalHeadline).Outlet);
        Assert.Equal("Северное агентство", Extract(NoisyPages.RussianPage).Outlet);
    }

    [Fact]
    public void Carriers_are_cited_and_ministries_are_not()
    {
        Assert.Equal(["Meridian Press", "Kystlinje", "Skarn Daily"], Extract(MoreNoisyPages.Syndicated).Cites);
        Assert.Equal(["Hvalo Tidende"], Extract(MoreNoisyPages.CapitalHeadline).Cites);
        var report = Extract("Quota talks go on in Skarn\n\nAccording to the Ministry of Fisheries, the talks went on. The minister told state television that he was content, and Russian media reported the same.\n");
        Assert.Empty(report.Cites);
    }

    [Fact]
    public void An_outlet_that_is_known_is_cited_without_a_sign_of_its_trade()
    {
        string page = "Quota talks go on in Skarn\n\nThe talks went on without a result, according to Havblikk, which had seen the minutes of the meeting.\n";
        Assert.Empty(Extract(page).Cites);
        Assert.Equal(["Havblikk"], new ArticleExtractor(["Havblikk"]).Extract(Document(page)).Cites);
    }

    [Fact]
    public void The_language_is_told_by_its_commonest_words()
    {
        Assert.Equal("ru", Extract(NoisyPages.RussianPage).Language);
        Assert.Equal("de", Extract(NoisyPages.GermanPage).Language);
        Assert.Equal("en", Extract(NoisyPages.Interview).Language);
        Assert.Null(Extract("Kystnytt").Language);
    }

    [Fact]
    public void A_translation_is_named_where_the_page_names_its_language() =>
        Assert.Equal("no", Extract("Quota talks go on in Skarn\nTranslated from Norwegian by the staff\n\nThe talks on the quota went on without a result, the delegations said on Tuesday.\n").TranslatedFrom);

    [Fact]
    public void The_reference_day_is_estimated_only_from_evidence()
    {
        var dated = Extract("Quota talks go on in Skarn\n\nThe ministers met in Skarn on 3 May 2021 and will meet again. It was the second meeting of 2021, the delegations said.\n");
        Assert.Equal((new DateOnly(2021, 5, 3), ReferenceBasis.Text), (dated.ReferenceDate, dated.ReferenceBasis));
        Assert.Contains(dated.Notes, n => n.Id == NoteIds.ReferenceEstimated);
        var undated = Extract("Quota talks go on in Skarn\n\nThe ministers met in Skarn on 3 May. The line has been in dispute since 1974, and the programme runs for 2016-2020.\n");
        Assert.Equal((null, ReferenceBasis.None), (undated.ReferenceDate, undated.ReferenceBasis));
    }

    [Fact]
    public void A_document_that_is_an_article_keeps_its_text_character_for_character()
    {
        const string Text = "  SKARN (Meridian Press) - The talks go on â€œas plannedâ€\u009d.\r\n\r\nRead more\n\nSubscribe to our channel! ";
        var report = Extractor.Extract(new SourceDocument { Label = "a", Text = Text, IsArticle = true, Published = new DateOnly(2021, 5, 3), Title = "Talks" });
        Assert.Equal(Text, report.Text);
        Assert.Equal(("Talks", PublishedBasis.Metadata, "SKARN"), (report.Title, report.PublishedBasis, report.Dateline));
    }

    [Fact]
    public void A_page_of_nothing_but_noise_has_no_article()
    {
        var report = Extract("Home | News | Sport\nSubscribe to our newsletter\nRead more\n© 2021 Skarn Daily. All rights reserved.\n");
        Assert.Equal("", report.Text);
        Assert.Contains(report.Notes, n => n.Id == NoteIds.ArticleNotFound);
    }

    private static (DateOnly?, PublishedBasis?) Shown(string page) => Extract(page) is var r ? (r.Published, r.PublishedBasis) : default;

    private static Report Extract(string page) => Extractor.Extract(Document(page));

    private static SourceDocument Document(string page) => new() { Label = "page", Text = page };
}
