namespace Annalist.Worlds;

/// <summary>Whether codes asked for are among codes held: the same, or a group for its members and the members for a group.</summary>
internal sealed class Parties(SystemView view, DateOnly? at)
{
    /// <summary>True when every code asked for is covered.</summary>
    public bool All(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.All(a => One(a, held));

    /// <summary>True when one of the codes asked for is covered, or none is asked for.</summary>
    public bool Any(IReadOnlyList<string> asked, IReadOnlyList<string> held) => asked.Count == 0 || asked.Any(a => One(a, held));

    private bool One(string asked, IReadOnlyList<string> held)
    {
        if (held.Contains(asked)) return true;
        if (held.Any(h => view.Belonging.ActsForMembers(h) && view.Belonging.Chain(asked, h, at) is not null)) return true;
        IReadOnlyList<string> members = view.Belonging.Open(asked, at);
        return members.Count > 0 && members.Any(held.Contains);
    }
}
