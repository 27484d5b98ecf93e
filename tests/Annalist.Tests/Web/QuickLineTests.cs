using Annalist.Coding;
using Annalist.Model;
using Annalist.Web.Reviewing;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Tests.Web;

/// <summary>Lines over one report of three sentences; the first has the parties 1 KAZ, 2 RUS with a person's name, 3 POL.</summary>
public sealed class QuickLineTests
{
    private const string First = "Kazakhstan and Russia met in Warsaw on Tuesday.";
    private const string Second = "A spokesman said that the border stays open.";
    private const string Third = "“We shall sign it,” the envoy said.";
    private static readonly Report Paper = new() { Label = "paper", Hash = "h", Text = $"{First} {Second} {Third}" };
    private static readonly FieldReader Fields = new(World.Default, Coder.Default.Codebook);
    private static readonly ReviewSentence[] Sentences = Cut(First, Second, Third);

    [Theory]
    [InlineData("1 cons 1>2", "event", "type=CONSULT actors=KAZ/GOV recipients=RUS/GOV A. Envoy")]
    [InlineData("1cons1>2 pl", "event", "type=CONSULT actors=KAZ/GOV recipients=RUS/GOV A. Envoy status=planned")]
    [InlineData("cons1,3>2", "event", "type=CONSULT actors=KAZ/GOV; POL/GOV recipients=RUS/GOV A. Envoy")]
    [InlineData("cons UZB>USA", "event", "type=CONSULT actors=UZB/GOV recipients=USA/GOV")]
    [InlineData("cons >2", "event", "type=CONSULT recipients=RUS/GOV A. Envoy actors=UNK")]
    [InlineData("cons 1>2 visit phone", "event", "modes=visit, phone")]
    [InlineData("aid 1>2 2020-10-15", "event", "from=2020-10-15 to=2020-10-15")]
    [InlineData("aid 1>2 2020-10-15 2020-10-17", "event", "from=2020-10-15 to=2020-10-17")]
    [InlineData("aid 1>2 \"a bridge\" poss", "event", "matter=a bridge status=possible")]
    [InlineData("2 say POL>KAZ mil", "statement", "speaker_code=POL about=KAZ speaker_sector=MIL content=the border stays open form=indirect")]
    [InlineData("3 say POL", "statement", "content=We shall sign it, form=direct")]
    [InlineData("2 say POL \"stays open\"", "statement", "content=stays open form=indirect")]
    [InlineData("1 say", "statement", "speaker_code=UNK content=Kazakhstan and Russia met in Warsaw on Tuesday.")]
    [InlineData("ally 1>2", "tie", "relation=ally_of subject=KAZ object=RUS")]
    [InlineData("policy 1 \"open doors\" 2020-01-01", "tie", "relation=policy subject=KAZ object=open doors from=2020-01-01")]
    [InlineData("ally 1>2 susp", "tie", "phase=suspended")]
    [InlineData("fig 1>2 aid 25,000,000 USD", "figure", "actors=KAZ, RUS measure=aid value=25,000,000 unit=USD")]
    [InlineData("fig 1 troops 2500 people", "figure", "measure=troops value=2500 unit=people")]
    [InlineData("rule 1>2 must_not hosts_forces_of", "rule", "bearer=KAZ toward=RUS force=must_not act=hosts_forces_of")]
    [InlineData("com 1>2 aid 5 USD 2030-01-01", "commitment", "by=KAZ toward=RUS act=AID amount=5 unit=USD due=2030-01-01 matter=Kazakhstan and Russia met in Warsaw on Tuesday.")]
    [InlineData("exp 1>2 likely 2031-01-01 \"they sign\"", "expectation", "actors=KAZ, RUS likelihood=likely horizon=2031-01-01 then=they sign")]
    [InlineData("aim 1>2 \"to join\"", "aim", "of=KAZ toward=RUS matter=to join")]
    public void A_line_fills_the_fields_of_its_kind(string line, string kind, string expected)
    {
        (Finding draft, IReadOnlyDictionary<string, string> fields) = Read(line);
        Assert.Equal(kind, FindingText.Kind(draft));
        string[] has = [.. fields.Select(f => $"{f.Key}={f.Value}")];
        // Values have spaces themselves: each expected pair is looked for whole, and nothing of the expectation may be left over.
        string rest = expected;
        foreach (string pair in has.Where(p => (" " + expected + " ").Contains(" " + p + " ", StringComparison.Ordinal))) rest = rest.Replace(pair, "", StringComparison.Ordinal);
        Assert.True(string.IsNullOrWhiteSpace(rest), $"{line} lacks “{rest.Trim()}”; it gives {string.Join(" | ", has)}");
    }

    [Theory]
    [InlineData("12 cons 1>2", "no sentence 12", "3")]
    [InlineData("0 cons 1>2", "no sentence 0", "3")]
    [InlineData("1 con 1>2", "CONSULT or CONCEDE", "write")]
    [InlineData("1 xyz 1>2", "no type, relation or kind", "write")]
    [InlineData("1", "what is found", "write")]
    [InlineData("", "what is found", "write")]
    [InlineData("1 cons 4>2", "no party 4", "it has 3")]
    [InlineData("1 cons 0>2", "no party 0", "it has 3")]
    [InlineData("2 cons 1>2", "no party 1", "write codes")]
    [InlineData("1 cons 1>XQX", "No pack knows", "UNK")]
    [InlineData("1 cons 1>2>3", "more than two sides", "write")]
    [InlineData("1 cons 1>2 soonish", "no status, mode, day", "write")]
    [InlineData("1 cons 1>2 planned possible", "no status, mode, day", "write")]
    [InlineData("1 cons 1>2 2020-13-01", "no status, mode, day", "write")]
    [InlineData("1 fig 1 aid USD", "no number", "write")]
    [InlineData("1 rule 1>2 must", "no act", "write")]
    public void What_cannot_be_read_is_said_with_a_remedy(string line, string message, string remedy)
    {
        FieldException e = Assert.Throws<FieldException>(() => Read(line));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_a_sentence_needs_one_to_be_shown()
    {
        FieldException e = Assert.Throws<FieldException>(() => new QuickLine(World.Default, Fields.Book).Read("cons 1>2", Paper, Sentences, null, []));
        Assert.Contains("names no sentence", e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }

    [Fact]
    public void The_mode_of_another_type_is_refused_when_the_fields_are_settled()
    {
        FieldException e = Assert.Throws<FieldException>(() => Settled("1 cons 1>2 riot"));
        Assert.Equal("Modes", e.Field);
        Assert.Contains("visit", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_takes_its_days_from_another_act_of_its_sentence()
    {
        var dated = (Event)QuickLine.Blank("event", Paper, Sentences[0]) with { From = new DateOnly(2020, 10, 13), To = new DateOnly(2020, 10, 14) };
        Assert.Equal((dated.From, dated.To), Days("1 cons 1>2"));
        Assert.Equal((null, null), Days("2 cons KAZ>RUS"));
        Assert.Equal((new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 1)), Days("1 cons 1>2 2021-01-01"));

        (DateOnly?, DateOnly?) Days(string line)
        {
            var made = (Event)Settled(line, dated);
            return (made.From, made.To);
        }
    }

    [Theory]
    [InlineData("1 cons 1>2 pl")]
    [InlineData("2 say POL>KAZ")]
    [InlineData("3 say POL")]
    [InlineData("1 ally 1>2")]
    [InlineData("1 fig 1 aid 25,000,000 USD")]
    [InlineData("1 rule 1>2 must_not hosts_forces_of")]
    [InlineData("1 com 1>2 aid 5 USD")]
    [InlineData("1 exp 1 likely")]
    [InlineData("1 aim 1>2")]
    public void Every_kind_of_line_settles_into_a_finding_that_the_record_can_hold(string line)
    {
        Finding made = Settled(line);
        Assert.Equal(made, RecordJson.Read(RecordJson.Write(made)));
        Assert.Equal("hand", made.Rule);
        Assert.Equal(made.Sentence, made.Span.Cut(Paper.Text));
        if (made is Statement s) Assert.Equal(s.Content, string.Concat(s.ContentSpan.Select(c => c.Cut(Paper.Text))));
        if (made is Event e) Assert.Equal("Russia", Assert.Single(e.Recipients).Mention);
        if (made is Figure f) Assert.Equal(25e6, f.Value);
    }

    private static (Finding Draft, IReadOnlyDictionary<string, string> Fields) Read(string line, params Finding[] near) => new QuickLine(World.Default, Fields.Book).Read(line, Paper, Sentences, Sentences[0], near);

    private static Finding Settled(string line, params Finding[] near)
    {
        (Finding draft, IReadOnlyDictionary<string, string> fields) = Read(line, near);
        return Fields.Read(draft, Paper.Text, fields.GetValueOrDefault);
    }

    private static ReviewSentence[] Cut(params string[] sentences)
    {
        Party[] parties = [new("KAZ", Sector.Gov, null, "Kazakhstan", new TextSpan(0, 10)), new("RUS", Sector.Gov, "A. Envoy", "Russia", new TextSpan(15, 21)), new("POL", Sector.Gov, null, "Warsaw", new TextSpan(29, 35))];
        return [.. sentences.Select((s, i) => (s, i, At: Paper.Text.IndexOf(s, StringComparison.Ordinal))).Select(x => new ReviewSentence(x.i + 1, TextPart.Text, new TextSpan(x.At, x.At + x.s.Length), x.i == 0 ? parties : []))];
    }
}
