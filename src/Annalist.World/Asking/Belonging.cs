using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Who belongs to what on a day: members, participants and parties, straight or by way of a group or bloc that they are members of.</summary>
internal sealed class Belonging
{
    private static readonly Relation[] Ways = [Relation.MemberOf, Relation.ParticipantIn, Relation.PartyTo];
    private readonly World world;
    private readonly ILookup<string, Held<WorldTie>> bySubject;
    private readonly ILookup<string, Held<WorldTie>> byObject;
    private readonly ILookup<(string, string), Held<WorldTie>> byBoth;
    private readonly ILookup<string, Held<WorldTie>> groups;

    public Belonging(World world, IReadOnlyList<Held<WorldTie>> ties)
    {
        this.world = world;
        Held<WorldTie>[] ways = [.. ties.Where(t => t.Stands && Ways.Contains(t.Fact.Relation) && t.Fact.Polarity == 1)];
        bySubject = ways.ToLookup(t => t.Fact.Subject, StringComparer.Ordinal);
        byObject = ways.ToLookup(t => t.Fact.Object, StringComparer.Ordinal);
        byBoth = ways.ToLookup(t => (t.Fact.Subject, t.Fact.Object));
        groups = ways.Where(t => t.Fact.Relation == Relation.MemberOf && ActsForMembers(t.Fact.Object)).ToLookup(t => t.Fact.Subject, StringComparer.Ordinal);
    }

    /// <summary>The ties by which the actor belongs to the institution on the day, the nearest first; empty when it is the institution itself; null when it does not, as far as the world knows.</summary>
    public IReadOnlyList<Held<WorldTie>>? Chain(string actor, string institution, DateOnly? at)
    {
        if (actor == institution) return [];
        if (Straight(actor, institution, at) is { } own) return [own];
        // Through groups and blocs only: what an organisation joins, its members have not joined.
        foreach (Held<WorldTie> tie in groups[actor])
        {
            if (byBoth.Contains((tie.Fact.Object, institution)) && Times.Holds(tie, at) && Straight(tie.Fact.Object, institution, at) is { } further) return [tie, further];
        }
        return null;
    }

    /// <summary>As <see cref="Chain(string, string, DateOnly?)"/>, with a membership supposed to be there or to be over; a supposed one has no tie to show.</summary>
    public IReadOnlyList<Held<WorldTie>>? Chain(string actor, string institution, DateOnly? at, Supposition? supposed)
    {
        if (supposed is not { } s || !Ways.Contains(s.Relation) || actor == institution) return Chain(actor, institution, at);
        if (s.Subject == actor && s.Object == institution) return s.Holds ? [] : null;
        if (s.Subject == actor && s.Holds && s.Relation == Relation.MemberOf && ActsForMembers(s.Object) && Chain(s.Object, institution, at) is { } joined) return joined;
        if (Straight(actor, institution, at) is { } own) return [own];
        foreach (Held<WorldTie> tie in groups[actor].Where(t => Times.Holds(t, at)))
        {
            string group = tie.Fact.Object;
            if (s.Subject == actor && s.Object == group && !s.Holds) continue;
            if (s.Subject == group && s.Object == institution)
            {
                if (s.Holds) return [tie];
                continue;
            }
            if (Straight(group, institution, at) is { } further) return [tie, further];
        }
        return null;
    }

    private Held<WorldTie>? Straight(string actor, string institution, DateOnly? at) => byBoth[(actor, institution)].FirstOrDefault(t => Times.Holds(t, at));

    /// <summary>Those who belong to the institution on the day, groups as they are, with the tie.</summary>
    public IEnumerable<Held<WorldTie>> Of(string institution, DateOnly? at) => byObject[institution].Where(t => Times.Holds(t, at));

    /// <summary>The members of a group on the day, sorted; a state, an organisation or an unknown code gives none.</summary>
    public IReadOnlyList<string> Open(string code, DateOnly? at) => world.Actor(code)?.Kind == ActorKind.Group
        ? [.. byObject[code].Where(t => t.Fact.Relation == Relation.MemberOf && Times.Holds(t, at)).Select(t => t.Fact.Subject).Distinct().Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The code, the members of a group, and the groups, blocs and formats that it may belong to on any day: all whose acts may count for it.</summary>
    public IReadOnlyCollection<string> Around(string code)
    {
        var around = new HashSet<string>(StringComparer.Ordinal) { code };
        if (world.Actor(code)?.Kind == ActorKind.Group) around.UnionWith(byObject[code].Select(t => t.Fact.Subject));
        string[] own = [.. bySubject[code].Select(t => t.Fact.Object).Distinct()];
        around.UnionWith(own);
        foreach (string group in own.Where(ActsForMembers)) around.UnionWith(bySubject[group].Select(t => t.Fact.Object));
        return around;
    }

    /// <summary>True for groups and blocs: what they do counts for their members.</summary>
    public bool ActsForMembers(string code) => world.Actor(code)?.Kind is ActorKind.Group or ActorKind.Bloc;
}
