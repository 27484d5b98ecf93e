using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One way in which words tell what will, may or would come (<c>data/codebook/expectations.json</c>). Slots and conditions are those of the lexicon, of the word itself or, for a modal, of its verb.</summary>
public sealed record ExpectationSense
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Lemmas of the word that tells it, any of them.</summary>
    public required Words Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c>, <c>adj</c>, <c>adv</c> or <c>modal</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>
    /// What comes is told by: <c>that</c>, the clause that completes the word; <c>to</c>, the word's subject with its infinitive; <c>object</c>, the object;
    /// <c>of</c>, the phrase after "of"; <c>subject</c>, the word's subject. For a modal and an adverb, <c>clause</c>: the clause it stands in, when it has a condition;
    /// <c>hypothesis</c>: what a subject that itself is not yet brings about; <c>voice</c>: in somebody's speech about another; <c>author</c>: in the report's own words.
    /// </summary>
    public required string Frame { get; init; }

    /// <summary>How likely; null when the clause's own modal says it.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>True when the word must be negated ("does not exclude"); a negation otherwise makes it unlikely for a word that looks ahead, and none for the rest.</summary>
    public bool Negated { get; init; }

    /// <summary>True when the clause must look ahead itself: by a modal, "be ready to", "be likely to".</summary>
    public bool Ahead { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>Probability that it is right where it fires, before doubts about the actors; 0 to 1.</summary>
    public double Confidence { get; init => field = value == 0 ? 0.7 : value; } = 0.7;

    /// <summary>Sentences in which it must fire.</summary>
    public IReadOnlyList<ExpectationExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];
}

/// <summary>A sentence with the expectation that it must give.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Then">What would come, the exact words.</param>
/// <param name="Likelihood">How likely.</param>
/// <param name="If">The condition's exact words; null when there is none.</param>
/// <param name="By">Who expects; null for the author.</param>
/// <param name="Actors">Codes concerned; null when not asked.</param>
public sealed record ExpectationExample(string Text, string Then, Likelihood Likelihood, string? If = null, string? By = null, IReadOnlyList<string>? Actors = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<ExpectationSense>))]
internal sealed partial class ExpectationJson : JsonSerializerContext;
