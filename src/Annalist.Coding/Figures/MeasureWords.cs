using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>The words of amounts: numbers, currencies, units, whom one counts, and what tells what an amount measures. Immutable.</summary>
public sealed class MeasureWords
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private readonly Dictionary<string, Measure> measures = new(StringComparer.Ordinal);

    /// <summary>Words of which one stands beside every amount that has a unit; of a unit of two words the last.</summary>
    private readonly FrozenSet<string> marks;

    private MeasureWords(Table table)
    {
        Multipliers = table.Multipliers;
        Numbers = table.Numbers;
        Fractions = table.Fractions;
        Symbols = table.Symbols;
        Prefixed = table.Prefixed;
        Currencies = table.Currencies;
        IsoCodes = table.IsoCodes.ToHashSet(StringComparer.Ordinal);
        Units = table.Units;
        People = table.People.ToHashSet(StringComparer.Ordinal);
        Troops = table.Troops.ToHashSet(StringComparer.Ordinal);
        Casualties = table.Casualties.ToHashSet(StringComparer.Ordinal);
        Hurt = table.Hurt.ToHashSet(StringComparer.Ordinal);
        marks = Units.Keys.Select(u => u[(u.LastIndexOf(' ') + 1)..]).Concat(Currencies.Keys).Concat(IsoCodes.Select(c => c.ToLowerInvariant())).Concat(Symbols.Keys).Concat(Fractions.Keys).Concat(People).Concat(Hurt).Concat(Casualties)
            .ToFrozenSet(StringComparer.Ordinal);
        foreach ((string code, string[] words) in table.Measures)
        {
            Measure measure = Codes.Parse<Measure>(code) ?? throw new JsonException($"'{code}' is no measure: use one of {string.Join(' ', Codes.All<Measure>())}");
            foreach (string word in words) measures.TryAdd(word, measure);
        }
    }

    internal IReadOnlyDictionary<string, double> Multipliers { get; }

    internal IReadOnlyDictionary<string, double> Numbers { get; }

    /// <summary>Fractions in percent.</summary>
    internal IReadOnlyDictionary<string, double> Fractions { get; }

    internal IReadOnlyDictionary<string, string> Symbols { get; }

    /// <summary>What letters before a dollar sign make of it.</summary>
    internal IReadOnlyDictionary<string, string> Prefixed { get; }

    /// <summary>ISO 4217 codes of a currency's name by the state it goes with; the empty key where the name alone is clear.</summary>
    internal IReadOnlyDictionary<string, Dictionary<string, string>> Currencies { get; }

    internal IReadOnlySet<string> IsoCodes { get; }

    internal IReadOnlyDictionary<string, string> Units { get; }

    internal IReadOnlySet<string> People { get; }

    internal IReadOnlySet<string> Troops { get; }

    internal IReadOnlySet<string> Casualties { get; }

    internal IReadOnlySet<string> Hurt { get; }

    /// <summary>True when a word stands in the sentence without which no number is an amount: a unit, a currency, people or a people, harm, "of them". A first test, which lets too much through.</summary>
    internal bool MayMeasure(IReadOnlyList<Token> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            Token t = words[i];
            if (t.Form.Length == 0) continue; // a foreign parse may have such a word
            string form = t.Form.ToLowerInvariant();
            if (marks.Contains(form) || marks.Contains(t.Lemma.ToLowerInvariant()) || (form[^1] == 's' && marks.Contains(form[..^1]))) return true;
            if (t.Xpos is "NNPS" || (t.Xpos is "NNS" && char.IsUpper(t.Form[0])) || (form is "them" or "whom" && i > 0 && words[i - 1].Form.Equals("of", StringComparison.OrdinalIgnoreCase))) return true;
            if (form.Length > 1 && (form.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || form.AsSpan().IndexOfAny('-', '$') >= 0) && HasMark(form)) return true;
        }
        return false;
    }

    /// <summary>True when a piece of the word is such a one: "$4.7bn", "20-km".</summary>
    private bool HasMark(string form)
    {
        for (int i = 0; i < form.Length;)
        {
            int j = i + 1;
            if (char.IsLetter(form[i]))
            {
                while (j < form.Length && (char.IsLetter(form[j]) || form[j] is '.')) j++;
            }
            if (!char.IsAsciiDigit(form[i]) && marks.Contains(form[i..j])) return true;
            i = j;
        }
        return false;
    }

    /// <summary>What a word says that an amount beside it measures; null when nothing.</summary>
    internal Measure? MeasureOf(string lemma) => measures.TryGetValue(lemma, out Measure measure) ? measure : null;

    /// <summary>Reads <c>measures.json</c>.</summary>
    /// <exception cref="JsonException">The text is not of that form; the message says where.</exception>
    public static MeasureWords Parse(string json) =>
        new(JsonSerializer.Deserialize<Table>(json, Options) ?? throw new JsonException("the words of amounts are empty: give an object as in data/codebook/measures.json"));

    /// <summary>Reads <c>measures.json</c> from the codebook's folder.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The text is not of that form; the message says where.</exception>
    public static MeasureWords Load(string codebookFolder) => Parse(File.ReadAllText(Path.Combine(codebookFolder, "measures.json")));

    private sealed record Table(
        Dictionary<string, double> Multipliers, Dictionary<string, double> Numbers, Dictionary<string, double> Fractions, Dictionary<string, string> Symbols, Dictionary<string, string> Prefixed,
        Dictionary<string, Dictionary<string, string>> Currencies, string[] IsoCodes, Dictionary<string, string> Units, string[] People, string[] Troops, string[] Casualties, string[] Hurt,
        Dictionary<string, string[]> Measures);
}
