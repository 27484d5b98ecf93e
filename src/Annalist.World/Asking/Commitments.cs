using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Brings tellings of one promise together: each telling is a move with its receipt, in the order of days. Order-free and idempotent.</summary>
internal static class Commitments
{
    private const int NearYears = 2;

    /// <summary>The packs' commitments with what was told of them, then those that were only told.</summary>
    public static IReadOnlyList<Held<WorldCommitment>> Merge(IReadOnlyList<Held<WorldCommitment>> pack, IReadOnlyList<Held<WorldCommitment>> told)
    {
        if (told.Count == 0) return pack;
        List<Held<WorldCommitment>> merged = [.. pack];
        ILookup<string, int> byPromiser = pack.Select((h, i) => (h, i)).SelectMany(x => x.h.Fact.By.Select(b => (b, x.i))).ToLookup(x => x.b, x => x.i, StringComparer.Ordinal);
        List<(IReadOnlyList<string> Stems, int[] Years)> known = [.. merged.Select(Of)];
        var own = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (Held<WorldCommitment> h in told.OrderBy(t => t.Receipt.Told ?? DateOnly.MaxValue).ThenBy(t => t.Fact.Id, StringComparer.Ordinal))
        {
            (IReadOnlyList<string> Stems, int[] Years) mine = Of(h);
            IEnumerable<int> near = h.Fact.By.SelectMany(b => byPromiser[b].Concat(own.TryGetValue(b, out List<int>? more) ? more : [])).Distinct();
            int at = h.Standing == Standing.Rejected ? -1 : near.Where(i => merged[i].Stands && Same(merged[i].Fact, h.Fact, known[i], mine)).DefaultIfEmpty(-1).First();
            if (at >= 0)
            {
                merged[at] = With(merged[at], h);
                known[at] = (known[at].Stems, Years(merged[at].Fact));
                continue;
            }
            foreach (string by in h.Fact.By)
            {
                if (!own.TryGetValue(by, out List<int>? list)) own[by] = list = [];
                list.Add(merged.Count);
            }
            merged.Add(h);
            known.Add(mine);
        }
        return merged;
    }

    private static Held<WorldCommitment> With(Held<WorldCommitment> first, Held<WorldCommitment> more)
    {
        // A stage that was reached before is told again, not come to again: it does not set the promise back.
        IEnumerable<CommitmentMove> moves = more.Fact.Moves.Where(m => !first.Fact.Moves.Any(f => f.Stage >= m.Stage && (m.On is not { } on || f.On is not { } then || then.From <= on.From))).Select(m => m with { Commitment = first.Fact.Id, Note = m.Note ?? more.Fact.Matter });
        bool second = first.Receipt.Layer == Layer.Pack || first.Others.Append(first.Receipt).Any(r => r.Teller != more.Receipt.Teller);
        Standing standing = more.Standing == Standing.Accepted ? Standing.Accepted : second && first.Standing == Standing.Told ? Standing.Corroborated : first.Standing;
        WorldCommitment fact = first.Fact with
        {
            Moves = [.. first.Fact.Moves.Concat(moves).OrderBy(m => m.On?.From ?? DateOnly.MinValue)],
            Amount = first.Fact.Amount ?? more.Fact.Amount,
            Unit = first.Fact.Unit ?? more.Fact.Unit,
            Due = first.Fact.Due ?? more.Fact.Due,
            Toward = first.Fact.Toward.Count > 0 ? first.Fact.Toward : more.Fact.Toward,
        };
        return first with { Fact = fact, Standing = standing, Others = [.. first.Others, more.Receipt] };
    }

    private static bool Same(WorldCommitment a, WorldCommitment b, (IReadOnlyList<string> Stems, int[] Years) ofA, (IReadOnlyList<string> Stems, int[] Years) ofB)
    {
        if (!a.By.Any(b.By.Contains) || (a.Toward.Count > 0 && b.Toward.Count > 0 && !a.Toward.Any(b.Toward.Contains))) return false;
        if (Apart(ofA.Years, ofB.Years) > NearYears && a.Due != b.Due) return false;
        if (a.Amount is { } x && b.Amount is { } y) return a.Unit == b.Unit && Math.Abs(x - y) <= 0.01 * Math.Abs(x);
        return ofA.Stems.Count > 1 && ofB.Stems.Count > 1 && TextMatch.SameMatter(ofA.Stems, ofB.Stems);
    }

    private static (IReadOnlyList<string> Stems, int[] Years) Of(Held<WorldCommitment> h) => (TextMatch.Stems(h.Fact.Matter), Years(h.Fact));

    private static int[] Years(WorldCommitment c) => [.. c.Moves.Where(m => m.On is not null).Select(m => m.On!.Value.From.Year)];

    /// <summary>Years between the last move of the one and the first of the other; 0 when they overlap or one has no day.</summary>
    private static int Apart(int[] a, int[] b) => a.Length == 0 || b.Length == 0 ? 0 : Math.Max(0, Math.Max(a.Min() - b.Max(), b.Min() - a.Max()));
}
