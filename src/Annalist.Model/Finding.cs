using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What one sentence of one report says, with its receipt (design, promise 1).</summary>
public abstract record Finding : Record
{
    private protected Finding() { }

    /// <summary>Stable id: same report text, same finding, same id.</summary>
    [JsonPropertyOrder(-9)]
    public required string Id { get; init; }

    /// <summary>Label of the report (<see cref="Model.Report.Label"/>).</summary>
    [JsonPropertyName("report")]
    [JsonPropertyOrder(-8)]
    public required string Report { get; init; }

    /// <summary>The sentence, exactly as in the report.</summary>
    [JsonPropertyOrder(-7)]
    public required string Sentence { get; init; }

    /// <summary>The sentence's place.</summary>
    [JsonPropertyOrder(-6)]
    public required TextSpan Span { get; init; }

    /// <summary>Which part of the report the spans point into.</summary>
    [JsonPropertyOrder(-5)]
    public TextPart In { get; init; }

    /// <summary>Probability that the finding is right, 0 to 1.</summary>
    [JsonPropertyOrder(5)]
    public double Confidence { get; init; }

    /// <summary>Id of the rule, sense or pattern that gave it.</summary>
    [JsonPropertyOrder(6)]
    public required string Rule { get; init; }

    /// <summary>Version of the data that gave it: codebook, packs and language model.</summary>
    [JsonPropertyOrder(7)]
    public required string Data { get; init; }

    /// <summary>Ids of what was left in doubt (<see cref="NoteIds"/>).</summary>
    [JsonPropertyOrder(8)]
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public virtual bool Equals(Finding? other) =>
        ReferenceEquals(this, other) || (other is not null && EqualityContract == other.EqualityContract && Id == other.Id && RecordJson.Write(this) == RecordJson.Write(other));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
