using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Checks of the system's tables that look beyond one line: codes, areas, ids given twice, moves of unknown commitments.</summary>
internal sealed class SystemChecks
{
    private const string Area = "area:";
    private readonly PackSet set;
    private readonly HashSet<string> codes;

    private SystemChecks(PackSet set, IEnumerable<string> codes)
    {
        this.set = set;
        this.codes = new HashSet<string>(codes, StringComparer.Ordinal);
    }

    /// <summary>Adds to the set's faults what is wrong.</summary>
    public static void Run(PackSet set, IEnumerable<string> codes)
    {
        var checks = new SystemChecks(set, codes);
        foreach (Pack pack in set.Packs) checks.References(pack);
        checks.Ids(p => p.Rules.Select(h => ((object)h, h.Fact.Id)), "rule");
        checks.Ids(p => p.Commitments.Select(h => ((object)h, h.Fact.Id)), "commitment");
        checks.Ids(p => p.Expectations.Select(h => ((object)h, h.Fact.Id)), "expectation");
        checks.Ids(p => p.Aims.Select(h => ((object)h, h.Fact.Id)), "aim");
        checks.Ids(p => p.Dossiers.Select(h => ((object)h, h.Fact.Id)), "dossier");
    }

    private void References(Pack pack)
    {
        foreach (Institution i in pack.Institutions) Known(i, [i.Code]);
        foreach (CompleteList c in pack.Complete) Known(c, [c.Code]);
        foreach (Held<WorldRule> h in pack.Rules)
        {
            Scope(h, [.. h.Fact.Bearer, .. h.Fact.Toward]);
            if (h.Fact.ConsentOf is { } consent) Known(h, [consent]);
        }
        foreach (Held<Position> h in pack.Positions)
        {
            Known(h, [h.Fact.Actor]);
            Scope(h, [.. h.Fact.Bearer, .. h.Fact.Toward]);
        }
        foreach (Held<WorldCommitment> h in pack.Commitments) Known(h, [.. h.Fact.By, .. h.Fact.Toward]);
        foreach (Held<WorldExpectation> h in pack.Expectations)
        {
            Known(h, [.. h.Fact.Actors, .. Parties(h.Fact.IfAct), .. Parties(h.Fact.ThenAct)]);
        }
        foreach (Held<WorldAim> h in pack.Aims) Known(h, [h.Fact.Of, .. h.Fact.Toward]);
        foreach (Held<WorldFigure> h in pack.Figures) Known(h, h.Fact.Actors);
        foreach (Held<Meeting> h in pack.Meetings) Known(h, [h.Fact.Institution]);
        foreach (Held<Dossier> h in pack.Dossiers) Known(h, h.Fact.Codes);
        var commitments = set.Packs.SelectMany(p => p.Commitments).Select(h => h.Fact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (CommitmentMove m in pack.Moves.Where(m => !commitments.Contains(m.Commitment)))
        {
            Fault(m, PackFaultIds.CommitmentUnknown, $"no commitment has the id '{m.Commitment}'.", "Add it to commitments.tsv, or mend the id.");
        }
    }

    private static IEnumerable<string> Parties(WatchedAct? act) => act is null ? [] : act.Actors.Concat(act.Recipients);

    private void Scope(object fact, IEnumerable<string> tokens)
    {
        foreach (string token in tokens)
        {
            if (!token.StartsWith(Area, StringComparison.Ordinal)) Known(fact, [token.TrimStart('!')]);
            else if (!Institution.KnownAreas.Contains(token[Area.Length..]))
            {
                Fault(fact, PackFaultIds.WordUnknown, $"'{token[Area.Length..]}' is no area.", $"Use one of {string.Join(' ', Institution.KnownAreas)}.");
            }
        }
    }

    private void Known(object fact, IEnumerable<string> given)
    {
        foreach (string code in given.Where(c => !codes.Contains(c)).Distinct())
        {
            Fault(fact, PackFaultIds.CodeUnknown, $"no actor has the code '{code}'.", "Add it to actors.tsv, name the pack that has it in 'requires', or mend the code.");
        }
    }

    private void Ids(Func<Pack, IEnumerable<(object Fact, string Id)>> of, string what)
    {
        var first = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((object fact, string id) in set.Packs.SelectMany(of))
        {
            if (first.TryAdd(id, fact) || set.LiesOver(fact, first[id])) continue;
            PackRow earlier = set.Rows[first[id]];
            Fault(fact, PackFaultIds.IdDoubled, $"the {what} '{id}' stands in {earlier.File}, line {earlier.Line}, already.", "Give it another id, or delete the line.");
        }
    }

    private void Fault(object fact, string id, string message, string remedy)
    {
        PackRow row = set.Rows[fact];
        set.Faults.Add(new(row.File, row.Line, id, message, remedy, Severity.Error));
    }
}
