using Annalist.Coding;
using Annalist.Model;
using Annalist.Tests.House;

namespace Annalist.Tests.Coding.Plover;

public sealed class PloverMapTests
{
    private static readonly string Folder = Path.Combine(Repo.Root, "data", "codebook");
    private static readonly Codebook Book = Codebook.Load(Folder);
    private static readonly PloverMap Map = PloverMap.Load(Folder, Book);
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "plover.json"));

    [Theory]
    [InlineData(EventType.Consult, "visit")]
    [InlineData(EventType.Support, null)]
    [InlineData(EventType.Cooperate, null)]
    [InlineData(EventType.Aid, null)]
    [InlineData(EventType.Concede, null)]
    [InlineData(EventType.Retreat, "withdraw")]
    [InlineData(EventType.Agree, null)]
    public void Planned_cooperation_is_an_agreement_without_a_mode(EventType type, string? mode)
    {
        PloverAct act = Act(type, mode, EventStatus.Planned)!;
        Assert.Equal((EventType.Agree, 0, true), (act.Type, act.Modes.Count, act.Mapped));
    }

    [Theory]
    [InlineData(EventType.Sanction, null, "relations")]
    [InlineData(EventType.Sanction, "discontinue", "relations")]
    [InlineData(EventType.Sanction, "expel", "expel")]
    [InlineData(EventType.Mobilize, "troops", "")]
    [InlineData(EventType.Coerce, "arrest", "arrest")]
    [InlineData(EventType.Coerce, "curfew", "restrict")]
    [InlineData(EventType.Coerce, "cyber", "")]
    [InlineData(EventType.Assault, "aerial", "violence")]
    [InlineData(EventType.Protest, "strike", "")]
    [InlineData(EventType.Reject, "meet", "")]
    [InlineData(EventType.Threaten, "territory", "territory")]
    public void A_planned_hostile_act_is_a_threat_with_the_mode_of_what_is_threatened(EventType type, string? mode, string told)
    {
        PloverAct act = Act(type, mode, EventStatus.Planned)!;
        Assert.Equal((EventType.Threaten, told), (act.Type, string.Join(' ', act.Modes)));
    }

    [Fact]
    public void Done_and_continuing_acts_stay_what_they_are()
    {
        foreach (EventType type in Enum.GetValues<EventType>())
        {
            foreach (EventStatus status in new[] { EventStatus.Occurred, EventStatus.Ongoing })
            {
                PloverAct act = Act(type, Book.Type(type).Modes.Keys.FirstOrDefault(), status)!;
                Assert.Equal((type, Book.Type(type).Modes.Keys.FirstOrDefault(), false), (act.Type, act.Modes.SingleOrDefault(), act.Mapped));
            }
        }
    }

    [Theory]
    [InlineData(EventType.Aid, EventStatus.Possible)]
    [InlineData(EventType.Assault, EventStatus.Denied)]
    [InlineData(EventType.Request, EventStatus.Planned)]
    public void What_may_be_or_is_denied_has_no_place(EventType type, EventStatus status) => Assert.Null(Act(type, null, status));

    [Fact]
    public void A_context_has_the_name_that_PLOVER_gives_it()
    {
        Assert.Equal("illegal_drugs", Map.Context("drugs"));
        Assert.Equal("military", Map.Context("military"));
    }

    [Theory]
    [InlineData("\"AID\": {\"type\": \"AGREE\"}", "\"HELP\": {\"type\": \"AGREE\"}", "HELP", "use one of AGREE")]
    [InlineData("\"AID\": {\"type\": \"AGREE\"},", "", "AID missing", "or null")]
    [InlineData("\"AID\": {\"type\": \"AGREE\"}", "\"AID\": {\"type\": \"HELP\"}", "'HELP' is no EventType", "line ")]
    [InlineData("\"expel\": \"expel\"", "\"exile\": \"expel\"", "'exile' is no mode of THREATEN", "use one of restrict")]
    [InlineData("\"mode\": \"violence\"", "\"mode\": \"anger\"", "'anger' is no mode of THREATEN", "planned, ASSAULT")]
    [InlineData("\"denied\"", "\"refuted\"", "'refuted' is no status", "occurred")]
    [InlineData("\"drugs\"", "\"pills\"", "contexts, pills", "no such context")]
    [InlineData("\"contexts\"", "\"topics\"", "topics", "line ")]
    public void A_broken_map_is_refused_with_the_place_and_the_remedy(string from, string to, string place, string remedy)
    {
        string broken = Text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Text, broken);
        DataFileException e = Assert.Throws<DataFileException>(() => PloverMap.Parse("plover.json", broken, Book));
        Assert.StartsWith("plover.json", e.Message, StringComparison.Ordinal);
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_map_is_named() => Assert.Contains("plover.json", Assert.Throws<DataFileException>(() => PloverMap.Load(Path.Combine(Folder, "lexicon"), Book)).Message, StringComparison.Ordinal);

    private static PloverAct? Act(EventType type, string? mode, EventStatus status) => Map.Act(type, mode is null ? [] : [mode], status);
}
