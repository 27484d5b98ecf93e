using System.Text.Json;
using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One way in which words tell a promise or how far it has come (<c>data/codebook/commitments.json</c>). Slots and conditions are those of the lexicon.</summary>
public sealed record CommitmentPattern
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Lemmas of the words that tell it.</summary>
    public required IReadOnlyList<string> Lemmas { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>The stage told when the words tell it as done or going on; null when they then tell no commitment.</summary>
    public CommitmentStage? Stage { get; init; }

    /// <summary>The stage told when the words tell it as going on ("is allocating"); null when it is <see cref="Stage"/>.</summary>
    public CommitmentStage? Ongoing { get; init; }

    /// <summary>The stage told when the words tell it as planned ("will sign"); null when they then tell no commitment.</summary>
    public CommitmentStage? Planned { get; init; }

    /// <summary>The stage told when the words deny it ("did not keep its promise"); null when they then tell no commitment.</summary>
    public CommitmentStage? Denied { get; init; }

    /// <summary>Slots of those who promise; the first that names somebody is taken, all of them where the pattern is mutual.</summary>
    public IReadOnlyList<string> By { get; init => field = value ?? ["subject"]; } = ["subject"];

    /// <summary>Slots of those to whom, tried in order; then the parties that the matter names, then the counterpart of the acts before.</summary>
    public IReadOnlyList<string> Toward { get; init => field = value ?? ["iobject", "to"]; } = ["iobject", "to"];

    /// <summary>Where the words that say what stand, tried in order: <c>infinitive</c>, <c>gerund</c>, <c>clause</c>, <c>own</c> (the clause of the verb itself), <c>given</c> (the second object of a passive) or a slot.</summary>
    public IReadOnlyList<string> Matter { get; init => field = value ?? ["infinitive"]; } = ["infinitive"];

    /// <summary>The act promised; null when the words of the matter decide.</summary>
    public EventType? Act { get; init; }

    /// <summary>True when only two or more can do it together ("signed an agreement").</summary>
    public bool Mutual { get; init; }

    /// <summary>True when the verb's passive is told of, false for its active; null for both.</summary>
    public bool? Passive { get; init; }

    /// <summary>True when a person or body must speak of itself ("we will …").</summary>
    public bool Speaker { get; init; }

    /// <summary>True when somebody else must be named to whom.</summary>
    public bool Other { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>Examples: sentence and the commitments it must give.</summary>
    public IReadOnlyList<CommitmentExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not fire.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];
}

/// <summary>A passage with the commitments that it must give.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Commitments">Each as <c>BY &gt; TOWARD ACT stage: matter</c>, codes joined by <c>+</c>, a dash for nobody.</param>
public sealed record CommitmentExample(string Text, IReadOnlyList<string> Commitments);

/// <summary>The file of patterns.</summary>
/// <param name="Acts">Event types with the lemmas that tell them in the matter of a promise.</param>
/// <param name="Patterns">The patterns in the order in which they are tried.</param>
public sealed record CommitmentFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Acts, IReadOnlyList<CommitmentPattern> Patterns);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CommitmentFile))]
[JsonSerializable(typeof(RuleFile))]
internal sealed partial class SystemJson : JsonSerializerContext;
