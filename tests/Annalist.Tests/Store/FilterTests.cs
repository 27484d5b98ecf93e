using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;

namespace Annalist.Tests.Store;

public sealed class FilterTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;

    public FilterTests()
    {
        store = RecordStore.Open(folder.File("r.db"));
        var e = (Event)Samples.Full[0];
        var t = (Tie)Samples.Full[2];
        var s = (Statement)Samples.Full[1];
        store.Write(
            Samples.FullReport("one", "one") with { Outlet = "The Vienna Courier" },
            [
                e with { Id = "oct", Actors = [P("AAA")], Recipients = [P("BBB")] },
                e with { Id = "rev", Actors = [P("BBB")], Recipients = [P("AAA")], Type = EventType.Sanction, Status = EventStatus.Occurred, From = D(2021, 3, 1), To = D(2021, 3, 31) },
                e with { Id = "both", Actors = [P("AAA"), P("BBB")], Recipients = [], From = D(2019, 1, 1), To = D(2019, 12, 31) },
                e with { Id = "own", Actors = [P("AAA")], Recipients = [P("AAA")], From = null, To = null, Confidence = 0.2 },
            ],
            "d1",
            Morning);
        store.Write(
            Samples.FullReport("two", "two") with { Outlet = "L’Écho de Élan", Published = D(2022, 5, 1) },
            [
                s with { Id = "said", Speaker = "Élan Ünal", SpeakerCode = "CCC", About = ["AAA"], Stance = [new Stance("BBB", 1)] },
                t with { Id = "open", Subject = "AAA", Object = "CCC", From = D(2015, 1, 1), To = null, Phase = Phase.InForce },
                t with { Id = "over", Subject = "AAA", Object = "DDD", From = D(1995, 1, 1), To = null, Phase = Phase.Ended },
                t with { Id = "unknown", Subject = "EEE", Object = "DDD", From = null, To = null, Phase = Phase.InForce },
            ],
            "d1",
            Morning.AddDays(1));
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void An_actor_takes_part_on_either_side_and_comes_once() => Check("own both oct rev open over said", new FindingFilter { Actor = "AAA" });

    [Fact]
    public void By_and_toward_ask_for_a_side()
    {
        Check("rev both", new FindingFilter { By = "BBB" });
        Check("oct said", new FindingFilter { Toward = "BBB" });
        Check("own", new FindingFilter { By = "AAA", Toward = "AAA", Kinds = ["event"] });
        Check("oct", new FindingFilter { By = "AAA", Toward = "BBB" });
    }

    [Fact]
    public void A_dyad_is_found_whoever_acts()
    {
        Check("oct rev both", new FindingFilter { Actor = "AAA", With = "BBB", Kinds = ["event"] });
        Check("oct rev both", new FindingFilter { Actor = "BBB", With = "AAA", Kinds = ["event"] });
        Check("oct rev both said", new FindingFilter { Actor = "BBB", With = "AAA" });
        Check("", new FindingFilter { Actor = "AAA", With = "ZZZ" });
    }

    [Fact]
    public void Types_and_statuses_are_alternatives()
    {
        Check("rev", new FindingFilter { Types = ["SANCTION"] });
        Check("oct rev both own", new FindingFilter { Types = ["SANCTION", "CONSULT"] });
        Check("rev", new FindingFilter { Kinds = ["event"], Statuses = ["occurred", "denied"] });
    }

    [Fact]
    public void Since_and_until_are_of_the_act_and_take_what_overlaps()
    {
        Check("rev", new FindingFilter { Kinds = ["event"], Since = D(2020, 10, 19) });
        Check("oct rev", new FindingFilter { Kinds = ["event"], Since = D(2020, 10, 18) });
        Check("both", new FindingFilter { Kinds = ["event"], Until = D(2020, 10, 11) });
        Check("both", new FindingFilter { Kinds = ["event"], Since = D(2019, 6, 1), Until = D(2019, 6, 2) });
        Check("said open over unknown rev", new FindingFilter { Since = D(2021, 1, 1) });
        Check("over unknown", new FindingFilter { Kinds = ["tie"], Until = D(2000, 1, 1) });
    }

    [Fact]
    public void At_a_day_open_ties_hold_and_ended_ones_do_not()
    {
        Check("open unknown", new FindingFilter { Kinds = ["tie"], At = D(2020, 1, 1) });
        Check("unknown", new FindingFilter { Kinds = ["tie"], At = D(2014, 12, 31) });
        Check("both", new FindingFilter { Kinds = ["event"], At = D(2019, 12, 31) });
    }

    [Fact]
    public void Outlet_and_speaker_are_found_by_a_part_of_the_name_in_any_case()
    {
        Check("said", new FindingFilter { Speaker = "ünal" });
        Check("said", new FindingFilter { Speaker = "ÉLAN" });
        Check("said open over unknown", new FindingFilter { Outlet = "écho" });
        Check("", new FindingFilter { Outlet = "%" });
    }

    [Fact]
    public void A_report_is_found_by_label_or_beginning_of_its_hash()
    {
        Check("oct rev both own", new FindingFilter { Report = "one" });
        Check("said open over unknown", new FindingFilter { Report = Fingerprint.Of("two")[..8] });
        Check("", new FindingFilter { Report = Fingerprint.Of("two")[..4] });
        Assert.Equal(["two"], store.Reports(new FindingFilter { Outlet = "ÉCHO" }).Select(r => r.Report.Label));
        Assert.Equal(["two", "one"], store.Reports(new FindingFilter()).Select(r => r.Report.Label));
        Assert.Equal(["one"], store.Reports(new FindingFilter { Until = D(2021, 1, 1) }).Select(r => r.Report.Label));
    }

    [Fact]
    public void As_of_asks_when_it_was_learned() => Check("oct rev both own", new FindingFilter { AsOf = Morning.AddHours(3) });

    [Fact]
    public void The_newest_come_first_and_a_limit_keeps_them()
    {
        Assert.Equal(["rev", "own", "oct", "both"], store.Findings(new FindingFilter { Kinds = ["event"] }).Select(f => f.Id));
        Assert.Equal(["rev", "own"], store.Findings(new FindingFilter { Kinds = ["event"], Limit = 2 }).Select(f => f.Id));
        Check("oct rev both", new FindingFilter { Kinds = ["event"], Confidence = 0.5 });
    }

    [Fact]
    public void Hostile_words_are_only_words()
    {
        Check("", new FindingFilter { Actor = "'; DROP TABLE findings; --", Speaker = "' OR 1=1", Report = "x' OR ''='" });
        Assert.Equal(8, store.Findings(new FindingFilter()).Count());
    }

    private static DateOnly D(int y, int m, int d) => new(y, m, d);

    private static Party P(string code) => new(code, Sector.Gov, null, null, null);

    private void Check(string ids, FindingFilter filter) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), store.Findings(filter).Select(f => f.Id).Order(StringComparer.Ordinal));
}
