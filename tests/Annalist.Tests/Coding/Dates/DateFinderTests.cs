using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

public sealed class DateFinderTests
{
    private static readonly DateFinder Finder = new(DateWords.Load(Trees.Codebook));

    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Reference = new(2023, 6, 14);

    private static IReadOnlyList<DateMention> Find(string text, string verb, string xpos, DateOnly? reference) => Finder.Find(Trees.Passage(reference, [Trees.Flat(text, verb, xpos)]));

    [Theory]
    [InlineData("The ministers met on May 20.", "2023-05-20")]
    [InlineData("The ministers met on May 20th, 2021.", "2021-05-20")]
    [InlineData("The ministers met on 20 May 2021.", "2021-05-20")]
    [InlineData("The ministers met on the 3rd of December.", "2022-12-03")]
    [InlineData("The ministers met on Dec. 3.", "2022-12-03")]
    [InlineData("The ministers met on 2021-05-20.", "2021-05-20")]
    [InlineData("The ministers met on 20.05.2021.", "2021-05-20")]
    [InlineData("The ministers met on Monday.", "2023-06-12")]
    [InlineData("The ministers met on Wednesday.", "2023-06-14")]
    [InlineData("The ministers met on Thursday night.", "2023-06-08")]
    [InlineData("The ministers met last Wednesday.", "2023-06-07")]
    [InlineData("The ministers met on Friday, June 9, in Vienna.", "2023-06-09")]
    [InlineData("The ministers met yesterday.", "2023-06-13")]
    [InlineData("The ministers met this morning.", "2023-06-14")]
    [InlineData("The ministers met last night.", "2023-06-13")]
    [InlineData("The ministers met the day before yesterday.", "2023-06-12")]
    [InlineData("The ministers met last week.", "2023-06-05..2023-06-11")]
    [InlineData("The ministers met last month.", "2023-05-01..2023-05-31")]
    [InlineData("The ministers met last year.", "2022-01-01..2022-12-31")]
    [InlineData("The ministers met over the weekend.", "2023-06-10..2023-06-11")]
    [InlineData("The ministers met in 2021.", "2021-01-01..2021-12-31")]
    [InlineData("The ministers met in May 2021.", "2021-05-01..2021-05-31")]
    [InlineData("The ministers met in July of 2021.", "2021-07-01..2021-07-31")]
    [InlineData("The ministers met last March.", "2023-03-01..2023-03-31")]
    [InlineData("The ministers met last June.", "2022-06-01..2022-06-30")]
    [InlineData("The ministers met in October.", "2022-10-01..2022-10-31")]
    [InlineData("The ministers met last autumn.", "2022-09-01..2022-11-30")]
    [InlineData("The ministers met last winter.", "2022-12-01..2023-02-28")]
    [InlineData("The ministers met in late 2022.", "2022-09-01..2022-12-31")]
    [InlineData("The ministers met in mid-2022.", "2022-05-01..2022-08-31")]
    [InlineData("The ministers met in the early 1990s.", "1990-01-01..1993-04-30")]
    [InlineData("The ministers met at the end of 2022.", "2022-10-01..2022-12-31")]
    [InlineData("The ministers met late last year.", "2022-09-01..2022-12-31")]
    [InlineData("The ministers met in the first quarter of 2022.", "2022-01-01..2022-03-31")]
    [InlineData("The ministers met in the first quarter.", "2023-01-01..2023-03-31")]
    [InlineData("The ministers met in the second half of 2022.", "2022-07-01..2022-12-31")]
    [InlineData("The ministers met earlier this month.", "2023-06-01..2023-06-14")]
    [InlineData("The ministers met three years ago.", "2020-01-01..2020-12-31")]
    [InlineData("The ministers met two days ago.", "2023-06-12")]
    [InlineData("The ministers met on May 20 of last year.", "2022-05-20")]
    [InlineData("The ministers met on May 20 of the current year.", "2023-05-20")]
    [InlineData("The ministers met twice in the last two weeks.", "2023-05-31..2023-06-14")]
    [InlineData("The ministers met over the past 15 years.", "2008-06-14..2023-06-14")]
    [InlineData("The ministers met since 2012.", "2012-01-01..2023-06-14")]
    [InlineData("The ministers met from December 9 to 12.", "2022-12-09..2022-12-12")]
    [InlineData("The ministers met on October 8-9th.", "2022-10-08..2022-10-09")]
    [InlineData("The ministers met between March and May.", "2023-03-01..2023-05-31")]
    [InlineData("The programme covered the years of 2016-2020.", "2016-01-01..2020-12-31", "covered")]
    [InlineData("They signed the 2019 agreement.", "2019-01-01..2019-12-31", "signed")]
    [InlineData("Next year's summit was moved.", "2024-01-01..2024-12-31", "moved")]
    public void A_phrase_in_the_past_is_reckoned_to_its_days(string text, string days, string verb = "met")
    {
        DateMention date = Assert.Single(Find(text, verb, "VBD", Reference));
        Assert.Equal(days, date.Range?.ToString());
    }

    [Theory]
    [InlineData("They will meet on Thursday.", "2023-06-15")]
    [InlineData("They will meet on May 20.", "2024-05-20")]
    [InlineData("They will meet in October.", "2023-10-01..2023-10-31")]
    [InlineData("They will meet next week.", "2023-06-19..2023-06-25")]
    [InlineData("They will meet tomorrow.", "2023-06-15")]
    [InlineData("They will meet this autumn.", "2023-09-01..2023-11-30")]
    [InlineData("They will meet later this month.", "2023-06-15..2023-06-30")]
    [InlineData("They will meet in the coming days.", "2023-06-14..2023-06-21")]
    [InlineData("They will meet within a month.", "2023-06-14..2023-07-14")]
    [InlineData("They will meet by Friday.", "2023-06-14..2023-06-16")]
    [InlineData("They will meet no later than October 1.", "2023-06-14..2023-10-01")]
    [InlineData("They will meet before the end of the year.", "2023-06-14..2023-12-31")]
    public void A_phrase_in_the_future_takes_the_next_such_day(string text, string days)
    {
        DateMention date = Assert.Single(Find(text, "meet", "VB", Reference));
        Assert.Equal(days, date.Range?.ToString());
    }

    [Theory]
    [InlineData("He met them in May.", 1)]
    [InlineData("He may have met them.", 0)]
    [InlineData("They met 2000 soldiers.", 0)]
    [InlineData("The 45-year-old met them.", 0)]
    [InlineData("They met for two years.", 0)]
    [InlineData("They met at 07:30.", 0)]
    [InlineData("They met on the 70th anniversary.", 0)]
    [InlineData("In 2000 villages they met.", 0)]
    public void Ages_durations_times_and_counts_are_no_days(string text, int dates)
    {
        Assert.Equal(dates, Find(text, "met", "VBD", Reference).Count(d => d.Range is not null));
    }

    [Fact]
    public void A_day_that_the_calendar_does_not_have_is_noted_and_not_guessed()
    {
        DateMention date = Assert.Single(Find("They met on 31 June 2021.", "met", "VBD", Reference));
        Assert.Null(date.Range);
        Assert.Equal([NoteIds.DateImpossible], date.Notes);
    }

    [Fact]
    public void Without_a_reference_a_day_without_year_stays_open_unless_the_text_gave_one()
    {
        DateMention open = Assert.Single(Find("They met on May 20.", "met", "VBD", null));
        Assert.Null(open.Range);
        Assert.Equal([NoteIds.DateUnresolved], open.Notes);
        Sentence first = Trees.Flat("The talks began in March 2021.", "began", "VBD");
        Sentence second = Trees.Flat("They met again on May 20.", "met", "VBD", 1, first.Span.End + 1);
        IReadOnlyList<DateMention> dates = Finder.Find(Trees.Passage(null, [first, second]));
        Assert.Equal("2021-05-20", dates[1].Range?.ToString());
        Assert.Equal((DateBasis.Stated, DateBasis.Resolved), (dates[0].Basis, dates[1].Basis));
    }

    [Fact]
    public void The_next_day_follows_the_day_told_last()
    {
        Sentence first = Trees.Flat("The talks began on May 20.", "began", "VBD");
        Sentence second = Trees.Flat("They met again the next day, and a week later.", "met", "VBD", 1, first.Span.End + 1);
        IReadOnlyList<DateMention> dates = Finder.Find(Trees.Passage(Reference, [first, second]));
        Assert.Equal("2023-05-21", dates[1].Range?.ToString());
        Assert.Equal(3, dates.Count);
    }

    [Fact]
    public void Spans_cut_out_the_words_of_the_date()
    {
        DateMention date = Assert.Single(Find("They met on Friday, June 9, in Vienna.", "met", "VBD", Reference));
        Assert.Equal("Friday, June 9", date.Text);
    }

    [Fact]
    public void A_date_belongs_to_the_verb_it_hangs_on_and_to_what_is_coordinated_with_it()
    {
        // "The ministers met on Friday and agreed to return in October."
        Sentence sentence = Trees.Conllu("""
            The the DET DT 2 det
            ministers minister NOUN NNS 3 nsubj
            met meet VERB VBD 0 root
            on on ADP IN 5 case
            Friday Friday PROPN NNP 3 obl
            and and CCONJ CC 7 cc
            agreed agree VERB VBD 3 conj
            to to PART TO 9 mark
            return return VERB VB 7 xcomp
            in in ADP IN 11 case
            October October PROPN NNP 9 obl
            . . PUNCT . 3 punct
            """);
        var table = new DateTable([sentence], Finder.Find(Trees.Passage(Reference, [sentence])));
        Assert.Equal("2023-06-09", table.For(0, 2)?.Range?.ToString());
        Assert.Equal("2023-06-09", table.For(0, 6)?.Range?.ToString());
        Assert.Equal("2023-10-01..2023-10-31", table.For(0, 8)?.Range?.ToString());
    }

    [Fact]
    public void Days_after_an_act_date_that_act_and_not_the_clause()
    {
        // "The truce held on Sunday, two days after the attack."
        Sentence sentence = Trees.Conllu("""
            The the DET DT 2 det
            truce truce NOUN NN 3 nsubj
            held hold VERB VBD 0 root
            on on ADP IN 5 case
            Sunday Sunday PROPN NNP 3 obl
            , , PUNCT , 11 punct
            two two NUM CD 8 nummod
            days day NOUN NNS 11 obl:npmod
            after after ADP IN 11 case
            the the DET DT 11 det
            attack attack NOUN NN 3 obl
            . . PUNCT . 3 punct
            """);
        var table = new DateTable([sentence], Finder.Find(Trees.Passage(Reference, [sentence])));
        Assert.Equal("2023-06-11", table.For(0, 2)?.Range?.ToString());
        Assert.Equal("2023-06-09", table.For(0, 10)?.Range?.ToString());
    }
}
