using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One way in which words tell a tie (<c>data/codebook/ties.json</c>). Slots and conditions are those of the lexicon; <c>is</c> is what a noun or adjective is said of.</summary>
public sealed record TieSense
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Lemma of the word that tells the tie.</summary>
    public required string Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>The relation; null when the object's kind decides between membership and taking part.</summary>
    public Relation? Relation { get; init; }

    /// <summary>Slots of the subject, tried in order.</summary>
    public IReadOnlyList<string> Subject { get; init => field = value ?? ["subject"]; } = ["subject"];

    /// <summary>Slots of the object, tried in order.</summary>
    public IReadOnlyList<string> Object { get; init => field = value ?? ["object"]; } = ["object"];

    /// <summary>All must hold.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>1 or −1, before negation in the sentence is counted in.</summary>
    public int Polarity { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>True when a date beside it is the tie's first day ("joined in 2012").</summary>
    public bool Begins { get; init; }

    /// <summary>True when a tie that may or will come is told too, with its phase ("should replace": proposed); false when such sentences give nothing.</summary>
    public bool Phases { get; init; }

    /// <summary>How far the tie has come by the pattern itself; null when tense and modals decide.</summary>
    public Phase? Phase { get; init; }

    /// <summary>Channel of a dependency; <c>@</c> when the words around tell it, and then without one there is no tie; null for other relations.</summary>
    public string? Channel { get; init; }

    /// <summary>Slot of the goods of a supply; null when they are not read.</summary>
    public string? Goods { get; init; }

    /// <summary>Slot of those through whom it goes; null when they are not read.</summary>
    public string? Via { get; init; }

    /// <summary>Whether the supply is lawful; null when the words do not say.</summary>
    public bool? Licit { get; init; }

    /// <summary>Slot of the places, each of which gives a tie of its own; null when places are not read.</summary>
    public string? Places { get; init; }

    /// <summary>Name of the doctrine, for a policy; null otherwise.</summary>
    public string? Policy { get; init; }

    /// <summary>Examples: sentence and the ties it must give, as <c>SUBJECT relation OBJECT polarity</c>.</summary>
    public IReadOnlyList<TieExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not fire.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];
}

/// <summary>A sentence with the ties that it must give.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Ties">Each as <c>SUBJECT relation OBJECT polarity</c>.</param>
public sealed record TieExample(string Text, IReadOnlyList<string> Ties);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<TieSense>))]
internal sealed partial class TieJson : JsonSerializerContext;
