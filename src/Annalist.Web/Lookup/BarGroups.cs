using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Memberships under headings, by what they are memberships of.</summary>
internal static class BarGroups
{
    private static readonly (string Title, ActorKind[] Kinds)[] Groups =
    [
        ("Organisations and blocs", [ActorKind.Organisation, ActorKind.Bloc]), ("Formats", [ActorKind.Format]), ("Groups", [ActorKind.Group]), ("Treaties", [ActorKind.Treaty]), ("Projects and doctrines", [ActorKind.Project, ActorKind.Doctrine]),
    ];

    /// <summary>The groups that have some.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<Membership> Rows)> Of(IReadOnlyList<Membership> memberships, World world)
    {
        var found = Groups.Select(g => (g.Title, Rows: (IReadOnlyList<Membership>)[.. memberships.Where(m => world.Actor(m.Code) is { } a && g.Kinds.Contains(a.Kind))])).ToList();
        found.Add(("Others", [.. memberships.Where(m => world.Actor(m.Code) is not { } a || !Groups.Any(g => g.Kinds.Contains(a.Kind)))]));
        return [.. found.Where(g => g.Rows.Count > 0)];
    }
}
