using Annalist.Coding;
using Annalist.Model;
using Annalist.Tests.Model;
using Annalist.Web.Reviewing;
using Annalist.Web.Text;

namespace Annalist.Tests.Web;

public sealed class FieldReaderTests(SampleCodings samples) : IClassFixture<SampleCodings>
{
    private static readonly FieldReader Fields = SampleCodings.Fields;

    // The codes of the model's samples are invented: here they are ones that the packs know.
    private static readonly Event Act = (Event)Samples.Full[0] with { In = TextPart.Text, Score = Coder.Default.Codebook.Score(EventType.Consult, ["multilateral"]), Actors = [new Party("KAZ", Sector.Gov, "A. Minister", "The two ministers", new(0, 17))], Recipients = [new Party("RUS", Sector.Mil, "B. General", "ministers", new(8, 17))] };

    private static readonly Statement Said = (Statement)Samples.Full[1];

    public static TheoryData<string, int> Kinds
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (int i = 0; i < Samples.Full.Count; i++) data.Add(FindingText.Kind(Samples.Full[i]), i);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_form_sent_back_unchanged_leaves_the_finding_as_it_was(string kind, int at)
    {
        Assert.Equal(kind, FindingText.Kind(Samples.Bare[at]));
        foreach (Finding f in new[] { Settled(Samples.Full[at]), Samples.Bare[at] })
        {
            Dictionary<string, string> form = Fields.Write(f).ToDictionary(x => x.Field.Name, x => x.Value);
            Finding read = Fields.Read(f, Samples.Text, form.GetValueOrDefault);
            // The bare sample says no score.
            Assert.Equal(f, read is Event e ? e with { Score = ((Event)f).Score } : read);
            Assert.Equal(Fields.Book.Of(kind).Select(x => x.Name), form.Keys);
        }
    }

    [Fact]
    public void Every_finding_of_the_samples_comes_back_as_it_went_into_the_form()
    {
        Assert.True(samples.Found.Count > 100, $"the samples give {samples.Found.Count} findings");
        Assert.True(samples.Found.Select(f => FindingText.Kind(f.Finding)).Distinct().Count() >= 6);
        foreach ((Finding f, string text) in samples.Found)
        {
            // As browsers send it: line ends as CR LF.
            Dictionary<string, string> form = Fields.Write(f).ToDictionary(x => x.Field.Name, x => x.Value.ReplaceLineEndings("\r\n"));
            Assert.Equal(RecordJson.Write(f), RecordJson.Write(Fields.Read(f, text, form.GetValueOrDefault)));
        }
    }

    [Theory]
    [InlineData("type", "Type", "NOTHING", "none of its values")]
    [InlineData("type", "Type", "CO", "none of its values")]
    [InlineData("type", "Type", "", "it is empty")]
    [InlineData("status", "Status", "done", "none of its values")]
    [InlineData("modes", "Modes", "visit, nothing", "none of its values")]
    [InlineData("modes", "Modes", "riot", "CONSULT has no mode")]
    [InlineData("actors", "Actors", "Nobody of this name", "No pack knows")]
    [InlineData("actors", "Actors", "Congo", "may be")]
    [InlineData("recipients", "Recipients", "KAZ/NOSECTOR", "is no sector")]
    [InlineData("from", "From", "15.10.2020", "is no day")]
    [InlineData("to", "To", "2020-02-30", "is no day")]
    [InlineData("from", "From", "2021-01-01", "after the last day")]
    public void What_an_event_cannot_have_is_refused_with_its_field_and_a_remedy(string field, string label, string value, string message) => Refused(Act, field, label, value, message);

    [Theory]
    [InlineData(1, "speaker_code", "Speaks for", "Nobody of this name", "No pack knows")]
    [InlineData(1, "content", "Content", "words that nobody wrote", "does not have the words")]
    [InlineData(1, "cue", "Cue", "yodelled", "does not have the words")]
    [InlineData(1, "content", "Content", "", "it is empty")]
    [InlineData(1, "stance", "Stance", "KAZ", "has no sign")]
    [InlineData(1, "stance", "Stance", "+XQX", "No pack knows")]
    [InlineData(1, "about", "About", "KAZ, XQX", "No pack knows")]
    [InlineData(2, "polarity", "Holds", "2", "none of its values")]
    [InlineData(2, "from", "From", "2021-01-01", "after the last day")]
    [InlineData(3, "value", "Value", "many", "is no number")]
    [InlineData(3, "value", "Value", "Infinity", "is no number")]
    [InlineData(3, "value", "Value", "1e999", "is no number")]
    [InlineData(3, "from", "From", "2021-01-01", "after the last day")]
    [InlineData(4, "consent_of", "Consent of", "XQX", "No pack knows")]
    [InlineData(4, "from", "From", "2021-01-01", "after the last day")]
    [InlineData(5, "stage", "Stage", "later", "none of its values")]
    [InlineData(5, "amount", "Amount", "NaN", "is no number")]
    [InlineData(6, "horizon", "Horizon", "soon", "is no day")]
    [InlineData(7, "matter", "Matter", " ", "it is empty")]
    public void What_another_kind_cannot_have_is_refused_too(int at, string field, string label, string value, string message) => Refused(Samples.Full[at], field, label, value, message);

    [Fact]
    public void A_field_may_not_be_longer_than_any_report_says_it()
    {
        Refused(Act, "matter", "Matter", new string('x', 20_001), "too long");
        Assert.Equal(20_000, ((Event)Read(Act, "matter", new string('x', 20_000))).Matter!.Length);
    }

    [Fact]
    public void The_score_follows_the_type_and_its_modes()
    {
        TypeInfo assault = Coder.Default.Codebook.Type(EventType.Assault);
        var made = (Event)Fields.Read(Act, Samples.Text, k => k switch { "type" => "assault", "modes" => assault.Modes.Keys.First(), _ => null });
        Assert.Equal((EventType.Assault, Coder.Default.Codebook.Score(EventType.Assault, made.Modes)), (made.Type, made.Score));
        Assert.NotEqual(Act.Score, made.Score);
        Assert.Equal(2.5, ((Event)Read(Act, "modes", "")).Score);
    }

    [Fact]
    public void Days_that_a_person_gives_are_stated_and_no_words_stand_for_them_any_more()
    {
        var made = (Event)Read(Act, "from", "2020-10-13");
        Assert.Equal((new DateOnly(2020, 10, 13), Act.To, DateBasis.Stated, null), (made.From, made.To, made.DateBasis, made.DateText));
        var none = (Event)Fields.Read(Act, Samples.Text, k => k is "from" or "to" ? "" : null);
        Assert.Equal((null, null, null, null), (none.From, none.To, none.DateBasis, none.DateText));
        var same = (Event)Read(Act, "place", "Wien");
        Assert.Equal((Act.From, Act.DateBasis, Act.DateText, "Wien"), (same.From, same.DateBasis, same.DateText, same.Place));
    }

    [Fact]
    public void Content_that_is_changed_is_found_again_in_the_report_and_what_was_not_changed_keeps_its_place()
    {
        var made = (Statement)Read(Said, "content", "ministers met in Vienna");
        Assert.Equal("ministers met in Vienna", Assert.Single(made.ContentSpan).Cut(Samples.Text));
        Assert.Equal(Said.CueSpan, made.CueSpan);
        Assert.Equal(Said.ContentSpan, ((Statement)Read(Said, "role", "envoy")).ContentSpan);
        Assert.Empty(((Statement)Read(Said, "cue", "")).CueSpan);
        Assert.Null(((Statement)Read(Said, "speaker", "Somebody Else")).SpeakerSpan);
        Assert.Equal("spokeswoman", ((Statement)Read(Said, "speaker", "spokeswoman")).SpeakerSpan!.Value.Cut(Samples.Text));
    }

    [Fact]
    public void What_no_pack_knows_stays_where_it_stood_and_is_refused_where_it_is_new()
    {
        Tie bond = (Tie)Samples.Full[2];
        Assert.Equal("AAA", ((Tie)Fields.Read(bond, Samples.Text, k => k switch { "subject" => "AAA", "office" => "envoy", _ => null })).Subject);
        Refused(bond, "subject", "Subject", "AAB", "No pack knows");
        // A tie may lead to what no pack knows: a doctrine has no code.
        Assert.Equal("open doors", ((Tie)Read(bond, "object", "open doors")).Object);
        Assert.Equal("KAZ", ((Tie)Read(bond, "object", "Kazakhstan")).Object);
    }

    [Fact]
    public void Values_are_read_in_any_case_by_their_beginning_and_as_names()
    {
        Assert.Equal(EventStatus.Planned, ((Event)Read(Act, "status", "PLAN")).Status);
        Assert.Equal(["KAZ", "RUS"], ((Statement)Read(Said, "about", "Kazakhstan; rus, KAZ")).About);
        Assert.Equal([new Stance("KAZ", 1), new Stance("RUS", -1)], ((Statement)Read(Said, "stance", "+kaz, −RUS")).Stance);
        Assert.Equal(1, ((Tie)Read(Samples.Full[2], "polarity", "1")).Polarity);
        Assert.Equal(25_000_000.5, ((Figure)Read(Samples.Full[3], "value", "25,000,000.5")).Value);
        Assert.Equal((null, null), (((Commitment)Read(Samples.Full[5], "act", "")).Act, ((Commitment)Read(Samples.Full[5], "amount", "")).Amount));
    }

    [Fact]
    public void Whom_nobody_knows_is_an_empty_field_and_never_a_code()
    {
        Assert.Equal([new Party("UNK", Sector.Unk, null, null, null)], ((Event)Read(Act, "actors", "")).Actors);
        Assert.Empty(((Event)Read(Act, "recipients", "")).Recipients);
        Assert.Equal("UNK", ((Statement)Read(Said, "speaker_code", "")).SpeakerCode);
        Tie bond = (Tie)Samples.Full[2];
        Assert.Equal(("UNK", "UNK"), (((Tie)Read(bond, "subject", "")).Subject, ((Tie)Read(bond, "object", "")).Object));
        Assert.Equal(["UNK"], ((Rule)Read(Samples.Full[4], "bearer", "")).Bearer);
        Event nobody = Act with { Actors = [new("UNK", Sector.Unk, null, "ministers", new(8, 17))], Recipients = [new("UNK", Sector.Unk, null, null, null), new("UNK", Sector.Mil, "B. General", null, null)] };
        Dictionary<string, string> form = Fields.Write(nobody).ToDictionary(x => x.Field.Name, x => x.Value);
        Assert.Equal(("", "unknown; unknown/MIL B. General"), (form["actors"], form["recipients"]));
        Assert.Equal(nobody, Fields.Read(nobody, Samples.Text, form.GetValueOrDefault));
        foreach (Finding f in new Finding[] { nobody, bond with { Subject = "UNK", Object = "UNK" }, Said with { SpeakerCode = "UNK", About = ["UNK", "KAZ"], Stance = [new("UNK", -1)] }, (Rule)Samples.Full[4] with { Bearer = ["UNK"], ConsentOf = "UNK" } })
        {
            IReadOnlyList<(Field Field, string Value)> shown = Fields.Write(f);
            Assert.DoesNotContain(shown.Where(x => x.Field.Shape is not FieldShape.Choice), x => x.Value.Contains("UNK", StringComparison.Ordinal));
            Assert.Equal(f, Fields.Read(f, Samples.Text, k => shown.FirstOrDefault(x => x.Field.Name == k).Value));
        }
    }

    [Fact]
    public void A_field_that_the_form_does_not_have_stays() => Assert.Equal(Act, Fields.Read(Act, Samples.Text, _ => null));

    private static Finding Settled(Finding f) => f is Event ? Act : f;

    private static Finding Read(Finding f, string field, string value) => Fields.Read(f, Samples.Text, k => k == field ? value : null);

    private static void Refused(Finding f, string field, string label, string value, string message)
    {
        FieldException e = Assert.Throws<FieldException>(() => Read(f, field, value));
        Assert.Equal(label, e.Field);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }
}
