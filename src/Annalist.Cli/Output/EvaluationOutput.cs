using System.Globalization;
using Annalist.Analysis.Evaluation;
using Annalist.Model;

namespace Annalist.Cli.Output;

/// <summary>What came of comparing a run with gold, in the format asked for.</summary>
internal static class EvaluationOutput
{
    private static readonly string[] Details = ["status", "dates", "modes", "sectors", "places"];

    /// <summary>Writes the card.</summary>
    public static void Write(Host host, EvaluationCard card, OutputFormat format)
    {
        if (format == OutputFormat.Table) Tables(host, card);
        else RowOutput.Write(host, Rows(card), format);
    }

    /// <summary>Writes the pairs and what has no partner of a kind; those with full credit are left out.</summary>
    public static void Pairings(Host host, IReadOnlyList<PairingLine> all, string kind, OutputFormat format)
    {
        IEnumerable<PairingLine> lines = all.Where(l => l.Kind == kind && l.Outcome != PairingOutcome.Right);
        if (format == OutputFormat.Table)
        {
            foreach (PairingLine l in lines)
            {
                AnswerOutput.Line(host, $"{l.Report}  {Outcome(l.Outcome)}  {(l.Gold is null ? l.Run : l.Run is null ? l.Gold : $"{l.Gold}  found: {l.Run}")}");
                AnswerOutput.Line(host, l.Sentence, 4);
            }
        }
        else
        {
            RowOutput.Write(host, lines.Select(l => new RowCell[] { new("outcome", Codes.Of(l.Outcome)), new("kind", l.Kind), new("report", l.Report), new("credit", l.Credit), new("gold", l.Gold), new("run", l.Run), new("sentence", l.Sentence) }), format);
        }
        host.Text.Flush();
    }

    /// <summary>The scores of a card, one for each row; by event type after the whole.</summary>
    public static IEnumerable<RowCell[]> Rows(EvaluationCard card)
    {
        foreach (PairScore s in card.Scores.Concat(card.ScoresByType))
        {
            yield return [new("measure", s.Measure), new("event_type", s.EventType), new("precision", s.Precision), new("recall", s.Recall), new("f1", s.F1), new("credit", s.Credit), new("run", s.Run), new("gold", s.Gold), new("share", null), new("right", null), new("asked", null)];
        }
        foreach (ShareScore s in card.Shares.Concat(card.SharesByType))
        {
            yield return [new("measure", s.Measure), new("event_type", s.EventType), new("precision", null), new("recall", null), new("f1", null), new("credit", null), new("run", null), new("gold", null), new("share", s.Share), new("right", s.Right), new("asked", s.Asked)];
        }
    }

    /// <summary>Writes scores and details as tables.</summary>
    public static void Tables(Host host, EvaluationCard card)
    {
        TableOutput.Write(host, [("measure", false), ("precision", true), ("recall", true), ("F1", true), ("run", true), ("gold", true)], card.Scores.Select(s => (IReadOnlyList<string?>)[s.Measure, Share(s.Precision), Share(s.Recall), Share(s.F1), Whole(s.Run), Whole(s.Gold)]));
        TableOutput.Write(host, [("detail", false), ("share", true), ("right", true), ("asked", true)], card.Shares.Select(s => (IReadOnlyList<string?>)[s.Measure, Share(s.Share), Whole(s.Right), Whole(s.Asked)]));
        string[] types = [.. card.ScoresByType.Select(s => s.EventType!).Distinct()];
        if (types.Length == 0) return;
        TableOutput.Write(
            host,
            [("event type", false), ("precision", true), ("recall", true), ("F1", true), ("type", true), ("strict", true), .. Details.Select(d => (d, true)), ("run", true), ("gold", true)],
            types.Select(t => (IReadOnlyList<string?>)[t, Share(Of(t, "events")?.Precision), Share(Of(t, "events")?.Recall), Share(Of(t, "events")?.F1), Share(Of(t, "events_type")?.F1), Share(Of(t, "events_strict")?.F1), .. Details.Select(d => Share(card.SharesByType.FirstOrDefault(s => s.EventType == t && s.Measure == d)?.Share)), Whole(Of(t, "events")?.Run), Whole(Of(t, "events")?.Gold)]));

        PairScore? Of(string type, string measure) => card.ScoresByType.FirstOrDefault(s => s.EventType == type && s.Measure == measure);
    }

    /// <summary>A share with three places; null stays null.</summary>
    public static string? Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture);

    private static string? Whole(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Outcome(PairingOutcome outcome) => outcome switch { PairingOutcome.Missed => "missed", PairingOutcome.FalseFind => "false ", PairingOutcome.Part => "part  ", _ => "right " };
}
