using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A word that shades the act below it ("plans to", "refused to", "the attempt to").</summary>
public sealed record Operator
{
    /// <summary>Lemma.</summary>
    public required string Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>Particle that must stand beside the verb ("rule <b>out</b>", "call <b>off</b>"); null when none is asked.</summary>
    public string? Particle { get; init; }

    /// <summary>Status given: one of <see cref="EventStatus"/>, or <c>none</c> when the act below is not recorded.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is only possible; null otherwise.</summary>
    public Modality? Modality { get; init; }

    /// <summary>Relations of the clause below, or prepositions before it, to which it applies; empty for all.</summary>
    public IReadOnlyList<string> Complement { get; init => field = value ?? []; } = [];

    /// <summary>For whoever edits the table; not used.</summary>
    public string? Note { get; init; }
}

/// <summary>A verb that lends its subject to an event noun ("held talks").</summary>
public sealed record LightVerb
{
    /// <summary>Lemma.</summary>
    public required string Lemma { get; init; }

    /// <summary>Event nouns that it carries; empty for any.</summary>
    public IReadOnlyList<string> Nouns { get; init => field = value ?? []; } = [];

    /// <summary>Particle of a phrasal verb; null when there is none.</summary>
    public string? Particle { get; init; }

    /// <summary>Preposition before the noun ("was <b>on</b> a visit"); null when the noun is the object.</summary>
    public string? Prep { get; init; }

    /// <summary>True when the subject is the act's recipient ("came under attack").</summary>
    public bool Swap { get; init; }

    /// <summary>For whoever edits the table; not used.</summary>
    public string? Note { get; init; }
}

/// <summary>Scores and modes of an event type (PLOVER manual, 2023).</summary>
public sealed record TypeInfo
{
    /// <summary>The type.</summary>
    public required EventType Type { get; init; }

    /// <summary>What such an act is, in a few words that follow an actor's name.</summary>
    public required string Gloss { get; init; }

    /// <summary>Conflict–cooperation score without a mode, −10 to 10.</summary>
    public required double Score { get; init; }

    /// <summary>Modes in the codebook's order, with their scores.</summary>
    public IReadOnlyDictionary<string, double> Modes { get; init => field = value ?? new Dictionary<string, double>(); } = new Dictionary<string, double>();

    /// <summary>PLOVER's quad, 1 to 4.</summary>
    public int Quad { get; init; }

    /// <summary>True when all parties are actors by nature.</summary>
    public bool Mutual { get; init; }

    /// <summary>For whoever edits the table; not used.</summary>
    public string? Note { get; init; }
}

/// <summary>A role noun by which unnamed people and bodies are mentioned.</summary>
/// <param name="Lemma">Lower-case lemmas separated by spaces.</param>
/// <param name="Kind">person, body or group.</param>
/// <param name="Sector">What they are.</param>
/// <param name="Scope">state, org or any: to whom they belong.</param>
/// <param name="Office">Office of the packs that the role is; null when it is none.</param>
public sealed record Role(string Lemma, string Kind, Sector Sector, string Scope, string? Office);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<Sense>))]
[JsonSerializable(typeof(List<Operator>))]
[JsonSerializable(typeof(List<LightVerb>))]
[JsonSerializable(typeof(List<TypeInfo>))]
[JsonSerializable(typeof(Dictionary<string, List<string>>))]
internal sealed partial class CodebookJson : JsonSerializerContext;
