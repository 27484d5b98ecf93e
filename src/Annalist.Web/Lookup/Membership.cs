using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>One belonging through time, as a bar.</summary>
/// <param name="Code">Who belongs, or to what.</param>
/// <param name="As"><c>member</c>, <c>participant</c>, <c>party</c>, <c>observer</c>, <c>partner</c>, or a candidate in words.</param>
/// <param name="Full">True for members, participants and parties; false for those beside them.</param>
/// <param name="Tie">The tie.</param>
public sealed record Membership(string Code, string As, bool Full, Held<WorldTie> Tie)
{
    private static readonly Relation[] Ways = [Relation.MemberOf, Relation.ParticipantIn, Relation.PartyTo, Relation.ObserverOf, Relation.PartnerOf];

    /// <summary>True when the tie is one of belonging.</summary>
    public static bool Is(WorldTie t, World world) => Ways.Contains(t.Relation) && t.Polarity == 1 && (t.Relation != Relation.PartnerOf || (world.Actor(t.Object) is { } o && !Links.IsState(o)));

    /// <summary>What an actor belongs to, the oldest first.</summary>
    public static IReadOnlyList<Membership> Of(string code, SystemView view) => [.. Some(view, code, t => t.Subject == code).Select(t => Row(t.Fact.Object, t)).OrderBy(Start).ThenBy(m => m.Code, StringComparer.Ordinal)];

    /// <summary>Who belongs to an institution, full members first, the oldest first.</summary>
    public static IReadOnlyList<Membership> To(string code, SystemView view) =>
        // Spans of one code stand together.
        [
            .. Some(view, code, t => t.Object == code).Select(t => Row(t.Fact.Subject, t)).GroupBy(m => (m.Full, m.Code)).OrderByDescending(g => g.Key.Full).ThenBy(g => g.Min(Start)).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
                .SelectMany(g => g.OrderBy(Start)),
        ];

    // What a report tells that the pack says too stands under the pack's.
    private static IEnumerable<Held<WorldTie>> Some(SystemView view, string code, Func<WorldTie, bool> side) =>
        view.Ties.Where(t => side(t.Fact) && t.Standing != Standing.Rejected && Is(t.Fact, view.World) && !(t.Receipt.Layer == Layer.Read && t.Others.Any(o => o.Layer == Layer.Pack)));

    private static DateOnly Start(Membership m) => Days.Start(m.Tie.Fact.Period);

    private static Membership Row(string code, Held<WorldTie> tie)
    {
        string word = tie.Fact.Relation switch { Relation.MemberOf => "member", Relation.ParticipantIn => "participant", Relation.PartyTo => "party", Relation.ObserverOf => "observer", _ => "partner" };
        bool soon = tie.Fact.Phase is Phase.Floated or Phase.Proposed or Phase.Agreed;
        bool full = !soon && tie.Stands && tie.Fact.Relation is Relation.MemberOf or Relation.ParticipantIn or Relation.PartyTo;
        return new Membership(code, tie.Fact.Phase switch { Phase.InForce or Phase.Ended => word, Phase.Suspended => word + ", suspended", _ => $"{word}, {Codes.Of(tie.Fact.Phase)}" }, full && tie.Stands, tie);
    }
}
