using System.Text.Json;
using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One way in which words tell an act: a lemma in a frame (docs/lexicon.md). Immutable; carries its own examples.</summary>
public sealed record Sense
{
    /// <summary>Unique over the lexicon.</summary>
    public required string Id { get; init; }

    /// <summary>Lemma of the predicate; words separated by spaces for a fixed phrase.</summary>
    public required string Lemma { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>The act told.</summary>
    public required EventType Type { get; init; }

    /// <summary>Its modes; empty when none is told.</summary>
    public IReadOnlyList<string> Modes { get; init => field = value ?? []; } = [];

    /// <summary>Slots of the actor, tried in order.</summary>
    public IReadOnlyList<string> Actor { get; init => field = value ?? ["subject"]; } = ["subject"];

    /// <summary>Slots of the recipient, tried in order; empty when there is none.</summary>
    public IReadOnlyList<string> Recipient { get; init => field = value ?? []; } = [];

    /// <summary>True when all parties are actors.</summary>
    public bool Mutual { get; init; }

    /// <summary>All must hold: slot, <c>particle</c> or <c>complement</c> to lemmas or classes.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>Status that the sense fixes; null when tense and governors decide.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>Contexts that the sense brings.</summary>
    public IReadOnlyList<string> Context { get; init => field = value ?? []; } = [];

    /// <summary>True when a noun with one party named tells the act.</summary>
    public bool Bare { get; init; }

    /// <summary>True for the plain reading of a word: its conditions give it no weight, so that any particular sense that fits wins.</summary>
    public bool General { get; init; }

    /// <summary>Sentences in which it must fire.</summary>
    public IReadOnlyList<SenseExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];

    /// <summary>For whoever edits the lexicon; not used.</summary>
    public string? Note { get; init; }
}

/// <summary>A sentence in which a <see cref="Sense"/> must fire, and with whom.</summary>
public sealed record SenseExample
{
    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Codes of the actors.</summary>
    public IReadOnlyList<string> Actors { get; init => field = value ?? []; } = [];

    /// <summary>Codes of the recipients.</summary>
    public IReadOnlyList<string> Recipients { get; init => field = value ?? []; } = [];

    /// <summary>Status; null stands for occurred.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>Modes; null when they are the sense's.</summary>
    public IReadOnlyList<string>? Modes { get; init; }
}

/// <summary>One lemma or class, or several: JSON <c>"x"</c> or <c>["x","@y"]</c>.</summary>
/// <param name="All">The lemmas, and classes with <c>@</c>.</param>
[JsonConverter(typeof(WordsConverter))]
public sealed record Words(IReadOnlyList<string> All);

/// <summary>Reads <see cref="Words"/> from a string or an array of strings.</summary>
public sealed class WordsConverter : JsonConverter<Words>
{
    /// <inheritdoc/>
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new([reader.GetString()!]);
        if (reader.TokenType is JsonTokenType.True) return new(["*"]);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("a lemma or an array of lemmas is wanted");
        var words = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) words.Add(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.EndArray) throw new JsonException("a lemma or an array of lemmas is wanted");
        return new(words);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string w in value.All) writer.WriteStringValue(w);
        writer.WriteEndArray();
    }
}
