using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

public sealed class FigureCoderTests
{
    private static readonly FigureCoder Coder = new(MeasureWords.Load(Trees.Codebook), "test");
    private static readonly DateFinder Dates = new(DateWords.Load(Trees.Codebook));
    private static readonly Lazy<Analyzer> Language = new(() => Analyzer.Load(Path.Combine(House.Repo.Root, "data", "language", "en")));

    private static IReadOnlyList<Figure> Code(string text, params ActorMention[] mentions)
    {
        IReadOnlyList<Sentence> sentences = Language.Value.Analyze(text);
        Passage passage = Trees.Passage(new DateOnly(2023, 6, 14), sentences, mentions, text);
        return Coder.Code(passage, new DateTable(sentences, Dates.Find(passage)));
    }

    [Theory]
    [InlineData("Trade between the two states reached $3.7 billion last year.", 3_700_000_000, "USD", Measure.Trade)]
    [InlineData("Trade between the two states reached $3.7bn last year.", 3_700_000_000, "USD", Measure.Trade)]
    [InlineData("Trade between the two states reached 3.7 billion dollars.", 3_700_000_000, "USD", Measure.Trade)]
    [InlineData("The bank lent the city US$20 million.", 20_000_000, "USD", Measure.Loan)]
    [InlineData("The union gave 300 million of euros in aid.", 300_000_000, "EUR", Measure.Aid)]
    [InlineData("The firm invested 5 billion tenge in the mine.", 5_000_000_000, "KZT", Measure.Investment)]
    [InlineData("The bridge cost 321 billion CFA francs.", 321_000_000_000, "XOF", Measure.Price)]
    [InlineData("The ship carried 2,500 tonnes of grain.", 2500, "tonnes", null)]
    [InlineData("The 970-km pipeline has been closed.", 970, "km", null)]
    [InlineData("Exports rose by 12.5 percent.", 12.5, "percent", Measure.Export)]
    [InlineData("Trade fell by nearly a third.", 33.3, "percent", Measure.Trade)]
    [InlineData("Some 12,000 residents left the town.", 12_000, "people", Measure.People)]
    [InlineData("The mission has about 4,800 soldiers.", 4800, "people", Measure.Troops)]
    [InlineData("Thirty-seven civilians were killed.", 37, "people", Measure.Casualties)]
    public void An_amount_is_read_with_its_unit_and_what_it_measures(string text, double value, string unit, Measure? measure)
    {
        Figure figure = Assert.Single(Code(text), f => f.Unit == unit);
        Assert.Equal(value, figure.Value);
        if (measure is not null) Assert.Equal(measure, figure.Measure);
        Assert.Contains(figure.CueSpan!.Value.Cut(text), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Killed_and_wounded_are_a_figure_each()
    {
        IReadOnlyList<Figure> figures = Code("The ministry put the losses at 46 killed and 102 wounded.");
        Assert.Equal([46d, 102d], figures.Select(f => f.Value));
        Assert.All(figures, f => Assert.Equal(Measure.Casualties, f.Measure));
    }

    [Fact]
    public void An_amount_in_two_currencies_is_two_figures()
    {
        IReadOnlyList<Figure> figures = Code("They received 12 billion yuan ($1.7 billion) a year.");
        Assert.Equal([("CNY", 12_000_000_000d), ("USD", 1_700_000_000d)], figures.Select(f => (f.Unit!, f.Value)));
    }

    [Theory]
    [InlineData("The two presidents met on 14 June 2023.")]
    [InlineData("The 45-year-old minister spoke for two hours.")]
    [InlineData("Leaders of the five states signed 17 documents.")]
    [InlineData("Article 5 was read at 07:30.")]
    [InlineData("It was the 70th anniversary of the union.")]
    public void Dates_ages_and_bare_counts_are_no_figures(string text) => Assert.Empty(Code(text));

    [Fact]
    public void The_date_of_the_clause_is_the_figures()
    {
        Figure figure = Assert.Single(Code("In 2021 trade reached 3 billion euros."));
        Assert.Equal((new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), (figure.From, figure.To));
    }
}
