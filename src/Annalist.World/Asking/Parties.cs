using System.Collections.Concurrent;

namespace Annalist.Worlds;

/// <summary>Whether codes asked for are among codes held: the same, or a group for its members and the members for a group.</summary>
internal sealed class Parties(SystemView view, DateOnly? at)
{
    // The same few codes are met in thousands of facts.
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> speaksForOthers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Asked, string Held), bool> through = new();
    private readonly ConcurrentDictionary<(string Asked, string Held), bool> counts = new();

    /// <summary>True when every code asked for is covered; a group by itself, a format that it takes part in, or all its members.</summary>
    public bool All(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.All(a => One(a, held, whole: true));

    /// <summary>True when one of the codes asked for, or a member of a group asked for, is covered; or none is asked for.</summary>
    public bool Any(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.Count == 0 || asked.Any(a => One(a, held, whole: false));

    /// <summary>As <see cref="Any(IReadOnlyList{string}, IReadOnlyList{string})"/>, of one code.</summary>
    public bool Any(IReadOnlyList<string> asked, string held)
    {
        for (int i = 0; i < asked.Count; i++)
        {
            if (asked[i] == held) return true;
            (string, string) pair = (asked[i], held);
            if (!counts.TryGetValue(pair, out bool known)) counts[pair] = known = Through(asked[i], held) || view.Belonging.Open(asked[i], at).Contains(held);
            if (known) return true;
        }
        return asked.Count == 0;
    }

    private bool One(string asked, IReadOnlyList<string> held, bool whole)
    {
        for (int i = 0; i < held.Count; i++)
        {
            if (held[i] == asked || Through(asked, held[i])) return true;
        }
        IReadOnlyList<string> members = opened.GetOrAdd(asked, a => view.Belonging.Open(a, at));
        return members.Count > 0 && (whole ? members.All(held.Contains) : members.Any(held.Contains));
    }

    /// <summary>True when what the held one does counts for the one asked for.</summary>
    private bool Through(string asked, string held) =>
        speaksForOthers.GetOrAdd(held, h => view.Belonging.ActsForMembers(h) || view.World.Actor(h)?.Kind == ActorKind.Format)
        && through.GetOrAdd((asked, held), p => view.Belonging.Chain(p.Asked, p.Held, at) is not null);
}
