namespace Annalist.Model;

/// <summary>An act or tie named by a clause of an <see cref="Expectation"/>, coded so that a later finding can be told to be it: <c>ASSAULT</c> by some toward others, or <c>member_of</c> of one in the other.</summary>
public sealed record WatchedAct
{
    /// <summary>The act's type; null when the clause names a tie (<see cref="Relation"/>) instead.</summary>
    public EventType? Type { get; init; }

    /// <summary>The tie's relation; null when the clause names an act (<see cref="Type"/>).</summary>
    public Relation? Relation { get; init; }

    /// <summary>Codes of who acts, or of the tie's subject; never <c>UNK</c>, empty when nobody is named.</summary>
    public IReadOnlyList<string> Actors { get; init => field = value ?? []; } = [];

    /// <summary>Codes of to whom, or of the tie's object; empty for a mutual act and when nobody is named.</summary>
    public IReadOnlyList<string> Recipients { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public bool Equals(WatchedAct? other) =>
        other is not null && Type == other.Type && Relation == other.Relation && Actors.SequenceEqual(other.Actors, StringComparer.Ordinal) && Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Relation, Actors.Count, Recipients.Count);

    /// <summary>As a pack spells it: <c>ASSAULT TALIBAN > TKM</c>, <c>UZB member_of EAEU</c>; several codes are joined by <c>+</c>.</summary>
    public override string ToString()
    {
        string actors = string.Join('+', Actors), recipients = string.Join('+', Recipients);
        if (Relation is Relation tie) return $"{actors} {Codes.Of(tie)} {recipients}".Trim();
        return ((Type is EventType act ? Codes.Of(act) : "") + (actors.Length > 0 ? " " + actors : "") + (recipients.Length > 0 ? " > " + recipients : "")).Trim();
    }
}
