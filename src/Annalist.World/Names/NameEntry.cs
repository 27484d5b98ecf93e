using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What a name in a text may stand for.</summary>
public sealed record NameEntry
{
    /// <summary>The name as the pack spells it.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of name it is.</summary>
    public required NameType Type { get; init; }

    /// <summary>Code of the actor; of the state for a person or a place; null for a place in several states.</summary>
    public string? Code { get; init; }

    /// <summary>What a party so named is: the name's own sector, else the actor's or the person's; <see cref="Sector.Unk"/> for a place.</summary>
    public required Sector Sector { get; init; }

    /// <summary>The person; null for other names.</summary>
    public Person? Person { get; init; }

    /// <summary>The place; null for other names.</summary>
    public Place? Place { get; init; }

    /// <summary>When the name was in use.</summary>
    public Period Period { get; init; }

    /// <summary>When it began to be used; null when nobody says.</summary>
    public DateRange? From => Period.From;

    /// <summary>The last day of its use; null when it is open.</summary>
    public DateRange? To => Period.To;

    /// <summary>True for a person's last name alone, taken from the full name.</summary>
    public bool Surname { get; init; }

    /// <summary>True when the pack marks that the name may mean something else.</summary>
    public bool Ambiguous { get; init; }
}
