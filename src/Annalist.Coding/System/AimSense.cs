using System.Text.Json.Serialization;

namespace Annalist.Coding;

/// <summary>One way in which words tell an aim (<c>data/codebook/aims.json</c>). Slots and conditions are those of the lexicon.</summary>
public sealed record AimSense
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Lemmas of the word that tells the aim, any of them.</summary>
    public required Words Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c>, <c>adj</c>, or <c>mark</c> for words that join a purpose to an act ("in <b>order</b> to").</summary>
    public required string Pos { get; init; }

    /// <summary>Slots of the wanter, tried in order; <c>clausesubject</c> is the subject of the clause that the word stands in.</summary>
    public IReadOnlyList<string> Of { get; init => field = value ?? ["subject"]; } = ["subject"];

    /// <summary>
    /// Where the matter stands, tried in order: <c>to</c>, the infinitive; <c>object</c>, the object; a preposition (<c>for</c>), its noun; a preposition with
    /// <c>-ing</c> (<c>of-ing</c>), its gerund.
    /// </summary>
    public required IReadOnlyList<string> Matter { get; init; }

    /// <summary>Slots of those toward whom it goes, beside the actors that the matter names; <c>aboveobject</c> is the object of the verb that the word hangs on ("regard <b>X</b> as a candidate").</summary>
    public IReadOnlyList<string> Toward { get; init => field = value ?? []; } = [];

    /// <summary>All must hold.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>Probability that it is right where it fires, before doubts about the actors; 0 to 1.</summary>
    public double Confidence { get; init => field = value == 0 ? 0.75 : value; } = 0.75;

    /// <summary>Sentences in which it must fire.</summary>
    public IReadOnlyList<AimExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];
}

/// <summary>A sentence with the aim that it must give.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Of">Code of whose aim.</param>
/// <param name="Matter">The exact words.</param>
/// <param name="Toward">Codes toward whom; null when not asked.</param>
public sealed record AimExample(string Text, string Of, string Matter, IReadOnlyList<string>? Toward = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<AimSense>))]
internal sealed partial class AimJson : JsonSerializerContext;
