using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers what was counted.</summary>
internal static class FigureAsker
{
    // Counts of one thing by two offices differ by some percent; beyond a quarter they are not of one thing.
    private const double Same = 0.01, Near = 0.1;

    public static Answer Ask(SystemView view, Question q)
    {
        var parties = new Parties(view, q.Days.Count > 0 ? q.Days[0] : null);
        Measure? measure = q.Code<Measure>("measure");
        (DateOnly? from, DateOnly? to) = q.Year() is { } year ? ((DateOnly?)year.From, (DateOnly?)year.To) : q.Days.Count > 0 ? (q.Days[0], q.Days[0]) : (q.First("from"), q.Last("to"));
        Held<WorldFigure>[] about =
        [
            .. view.Figures.Where(h => h.Standing != Standing.Rejected && h.Fact is var f
                && (measure is null || f.Measure == measure)
                && parties.All(q.Texts("actors"), f.Actors)
                && (q.Text("unit") is not { } unit || f.Unit == unit)
                && Times.Meet(f.Period, from, to)
                && (q.Text("about") is not { } words || TextMatch.Related(words, f.About))
                && ListAsker.Says(q, [f.About])),
        ];
        if (q.Number("value") is not { } value)
        {
            Answer listed = ListAsker.Of(q, about, IEnumerable<string?> (Held<WorldFigure> h, string ask) => ask switch { "unit" => [h.Fact.Unit], "about" => [h.Fact.About], "actors" => ListAsker.Many(h.Fact.Actors), _ => [Sayings.Number(h.Fact.Value)] }, h => Sayings.Figure(h.Fact));
            // Asked for without a value and a part, the figures themselves are the answer.
            return q.Ask is not null || about.Length == 0 ? listed : listed with { Value = about.Select(h => Sayings.Number(h.Fact.Value)).Distinct().ToArray() };
        }
        Held<WorldFigure>[] equal = [.. about.Where(h => Within(h.Fact.Value, value, Same))];
        // A pack's count bears on a telling only when it is of the same parties and time.
        Held<WorldFigure>[] pack = [.. about.Where(h => h.Receipt.Layer == Layer.Pack && h.Fact.Period != Period.Always && q.Texts("actors").Count == h.Fact.Actors.Count)];
        bool backed = pack.Any(h => Within(h.Fact.Value, value, Near));
        bool against = equal.Length > 0 && !backed && pack.Length > 0 && measure is not null && from is not null;
        return new Answer
        {
            Find = "figure",
            At = q.Days,
            Value = equal.Length > 0 ? !against : pack.Length > 0 && from is not null ? false : null,
            Told = against ? true : null,
            Standing = equal.Length == 0 ? null : against ? Standing.Contradicted : backed || equal.Any(h => h.Receipt.Layer == Layer.Pack) || equal.Select(h => h.Receipt.Teller).Distinct().Count() > 1 ? Standing.Corroborated : Standing.Told,
            Reason = equal.Length > 0 ? string.Join("; ", equal.Take(3).Select(h => $"{Sayings.Figure(h.Fact)} ({Sayings.Source(h.Receipt)})")) + (against ? "; the pack counts " + Sayings.Figure(pack[0].Fact) : "")
                : about.Length > 0 ? "other figures are held: " + string.Join("; ", about.Take(5).Select(h => Sayings.Figure(h.Fact))) : "neither the packs nor the reports hold one",
            Lines = [.. equal.Select(h => AnswerLine.Of(against ? "told" : "basis", h)), .. about.Where(h => !Within(h.Fact.Value, value, Same)).Select(h => AnswerLine.Of("beside", h))],
        };
    }

    private static bool Within(double a, double b, double share) => Math.Abs(a - b) <= share * Math.Max(Math.Abs(a), Math.Abs(b));
}
