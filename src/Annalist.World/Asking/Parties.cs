namespace Annalist.Worlds;

/// <summary>Whether codes asked for are among codes held: the same, or a group for its members and the members for a group.</summary>
internal sealed class Parties(SystemView view, DateOnly? at)
{
    /// <summary>True when every code asked for is covered; a group by itself, a format that it takes part in, or all its members.</summary>
    public bool All(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.All(a => One(a, held, whole: true));

    /// <summary>True when one of the codes asked for, or a member of a group asked for, is covered; or none is asked for.</summary>
    public bool Any(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.Count == 0 || asked.Any(a => One(a, held, whole: false));

    private bool One(string asked, IReadOnlyList<string> held, bool whole)
    {
        if (held.Contains(asked)) return true;
        if (held.Any(h => (view.Belonging.ActsForMembers(h) || view.World.Actor(h)?.Kind == ActorKind.Format) && view.Belonging.Chain(asked, h, at) is not null)) return true;
        IReadOnlyList<string> members = view.Belonging.Open(asked, at);
        return members.Count > 0 && (whole ? members.All(held.Contains) : members.Any(held.Contains));
    }
}
