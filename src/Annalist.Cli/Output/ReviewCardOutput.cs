using System.Globalization;
using Annalist.Analysis.Evaluation;

namespace Annalist.Cli.Output;

/// <summary>The accuracy card of a record, in the format asked for.</summary>
internal static class ReviewCardOutput
{
    /// <summary>Writes the card.</summary>
    public static void Write(Host host, ReviewCard card, OutputFormat format)
    {
        if (format == OutputFormat.Table) Tables(host, card);
        else RowOutput.Write(host, Rows(card), format);
    }

    /// <summary>One figure a row: so many of so many, with the share and its interval where there are enough.</summary>
    private static IEnumerable<RowCell[]> Rows(ReviewCard card)
    {
        foreach ((string name, int count) in Counts(card)) yield return Row("counts", null, name, "count", null, null, count);
        foreach ((string table, ReviewRow row) in Groups(card))
        {
            string? kind = table == "event_types" ? "event" : table == "kinds" ? row.Name : null;
            yield return Row(table, kind, row.Name, "precision", row.Precision);
            yield return Row(table, kind, row.Name, "kept", row.Kept);
            yield return Row(table, kind, row.Name, "rejected", row.Refused);
            if (table != "rules") yield return Row(table, kind, row.Name, "recall", row.Recall);
        }
        foreach (MendedField f in card.Fields) yield return Row("fields", f.Kind, f.Field, "mended", f.Share);
        foreach (ConfidenceBand b in card.Bands) yield return Row("bands", null, Name(b), "right", b.Right, b.Claimed);
        if (card.Scores is null) yield break;
        foreach (PairScore s in card.Scores.Scores)
        {
            yield return Row("scores", null, s.Measure, "precision", null, s.Precision);
            yield return Row("scores", null, s.Measure, "recall", null, s.Recall);
            yield return Row("scores", null, s.Measure, "f1", null, s.F1);
        }
        foreach (ShareScore s in card.Scores.Shares) yield return Row("scores", null, s.Measure, "share", new Proportion(s.Right, s.Asked));
    }

    private static RowCell[] Row(string table, string? kind, string name, string measure, Proportion? of, double? value = null, int? count = null)
    {
        bool enough = of is { IsEnough: true };
        return
        [
            new("table", table), new("kind", kind), new("name", name), new("measure", measure), new("hits", of?.Hits ?? count), new("of", of?.Of), new("share", enough ? of!.Value.Share : null),
            new("low", enough ? of!.Value.Low : null), new("high", enough ? of!.Value.High : null), new("claimed", table == "bands" ? value : null), new("score", table == "scores" ? value : null),
        ];
    }

    private static IEnumerable<(string Name, int Count)> Counts(ReviewCard card) =>
    [
        ("reports", card.Reports), ("fully_judged", card.FullyJudged), ("judged", card.All.Judged), ("accepted", card.All.Accepted), ("mended", card.All.Mended), ("rejected", card.All.Rejected), ("merged", card.All.Merged),
        ("added", card.Added), ("gone", card.Gone), ("undecided", card.Undecided),
    ];

    private static IEnumerable<(string Table, ReviewRow Row)> Groups(ReviewCard card) =>
        [.. card.Kinds.Append(card.All).Select(r => ("kinds", r)), .. card.EventTypes.Select(r => ("event_types", r)), .. card.Rules.Select(r => ("rules", r))];

    private static void Tables(Host host, ReviewCard card)
    {
        AnswerOutput.Head(host, $"{card.All.Judged} findings judged in {Count(card.Reports, "report")}; every finding judged in {card.FullyJudged}");
        AnswerOutput.Line(host, string.Join(", ", Counts(card).Skip(3).Select(c => $"{c.Count} {c.Name}")));
        AnswerOutput.Line(host, $"Shares with their 95 % interval (Wilson); of fewer than {Proportion.Least}, the counts alone. Recall: in reports of which every finding was judged.");
        Ledger(host, "by kind", "kind", [.. card.Kinds, card.All]);
        Ledger(host, "events by type", "type", card.EventTypes);
        Section(host, "fields that were mended", [("kind", false), ("field", false), ("mended", true), ("of", true), ("share", false)], card.Fields.Select(f => (IReadOnlyList<string?>)[f.Kind, f.Field, Whole(f.Share.Hits), Whole(f.Share.Of), Share(f.Share)]));
        Section(host, "confidence claimed and what was right", [("band", false), ("judged", true), ("claimed", true), ("right", false)], card.Bands.Select(b => (IReadOnlyList<string?>)[Name(b), Whole(b.Right.Of), b.Claimed.ToString("0.00", CultureInfo.InvariantCulture), Share(b.Right)]));
        Section(host, "rules most often rejected", [("rule", false), ("judged", true), ("rejected", true), ("share", false)], card.Rules.Select(r => (IReadOnlyList<string?>)[r.Name, Whole(r.Judged), Whole(r.Rejected), Share(r.Refused)]));
        if (card.Scores is not null)
        {
            host.Text.Write("\n");
            AnswerOutput.Head(host, "the fully judged reports as gold");
            EvaluationOutput.Tables(host, card.Scores with { ScoresByType = [] });
        }
        host.Text.Flush();
    }

    private static void Ledger(Host host, string title, string name, IReadOnlyList<ReviewRow> rows) => Section(
        host,
        title,
        [(name, false), ("judged", true), ("accepted", true), ("mended", true), ("rejected", true), ("merged", true), ("precision", false), ("missing", true), ("recall", false)],
        rows.Select(r => (IReadOnlyList<string?>)[r.Name, Whole(r.Judged), Whole(r.Accepted), Whole(r.Mended), Whole(r.Rejected), Whole(r.Merged), Share(r.Precision), Whole(r.Missing), Share(r.Recall)]));

    private static void Section(Host host, string title, IReadOnlyList<(string, bool)> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        IReadOnlyList<string?>[] all = [.. rows];
        if (all.Length == 0) return;
        host.Text.Write("\n");
        AnswerOutput.Head(host, title);
        TableOutput.Write(host, head, all);
    }

    private static string Share(Proportion p) => p.IsEnough ? string.Create(CultureInfo.InvariantCulture, $"{p.Share:0.00} ({p.Low:0.00} to {p.High:0.00})") : $"too few ({p.Hits} of {p.Of})";

    private static string Name(ConfidenceBand b) => string.Create(CultureInfo.InvariantCulture, $"{b.From:0.0} to {b.To:0.0}");

    private static string Count(int n, string what) => n == 1 ? "1 " + what : $"{n} {what}s";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
