using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>The codebook's data: senses, governing words, light verbs, classes, roles, types and contexts. Immutable, thread-safe.</summary>
public sealed class Codebook
{
    private readonly ByWord<Sense> senses;
    private readonly ByWord<Operator> operators;
    private readonly FrozenDictionary<string, LightVerb[]> light;
    private readonly FrozenDictionary<string, FrozenSet<string>> classes;
    private readonly FrozenDictionary<EventType, TypeInfo> types;
    private readonly FrozenDictionary<string, (int Context, string[] Words)[]> contextsByWord;

    private Codebook(IReadOnlyList<Sense> all, List<Operator> operators, List<LightVerb> light, Dictionary<string, List<string>> classes, List<TypeInfo> types, List<Role> roles, Dictionary<string, List<string>> contexts, Dictionary<string, List<string>> shortForms, string version)
    {
        Senses = all;
        senses = new ByWord<Sense>(all.Select(s => (LastWord(s.Lemma), s.Pos, s)));
        this.operators = new ByWord<Operator>(operators.Select(o => (o.Lemma, o.Pos, o)));
        this.light = light.GroupBy(l => l.Lemma).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        this.classes = classes.ToFrozenDictionary(c => c.Key.StartsWith('@') ? c.Key : "@" + c.Key, c => c.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        this.types = types.ToFrozenDictionary(t => t.Type);
        Roles = roles.GroupBy(r => LastWord(r.Lemma)).ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<Role>)[.. g.OrderByDescending(r => r.Lemma.Count(c => c == ' ')).ThenBy(r => r.Lemma, StringComparer.Ordinal)], StringComparer.Ordinal);
        Contexts = contexts.Where(c => !c.Key.StartsWith('$')).Select(c => (c.Key, (IReadOnlyList<string>)c.Value)).ToArray();
        contextsByWord = Contexts.SelectMany((c, i) => c.Words.Select(w => (Context: i, Words: w.Split(' ')))).GroupBy(c => c.Words[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        ShortForms = shortForms.SelectMany(k => k.Value.Select(w => (Word: w, Kind: k.Key))).ToFrozenDictionary(p => p.Word, p => p.Kind, StringComparer.Ordinal);
        Version = version;
    }

    /// <summary>All senses, in the order of the files.</summary>
    public IReadOnlyList<Sense> Senses { get; }

    /// <summary>Role nouns by the last word of their lemma, longest first.</summary>
    public FrozenDictionary<string, IReadOnlyList<Role>> Roles { get; }

    /// <summary>Contexts in the codebook's order, each with the lemmas and phrases that bring it.</summary>
    public IReadOnlyList<(string Context, IReadOnlyList<string> Words)> Contexts { get; }

    /// <summary>Which of <see cref="Contexts"/> the lemmas of a sentence show.</summary>
    internal IReadOnlySet<int> ContextsShown(IReadOnlyList<Token> words)
    {
        var shown = new HashSet<int>();
        for (int i = 0; i < words.Count; i++)
        {
            if (!contextsByWord.TryGetValue(words[i].Lemma.ToLowerInvariant(), out (int Context, string[] Words)[]? entries)) continue;
            foreach ((int context, string[] phrase) in entries)
            {
                if (Stands(words, i, phrase)) shown.Add(context);
            }
        }
        return shown;
    }

    private static bool Stands(IReadOnlyList<Token> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        for (int k = 1; k < phrase.Length; k++)
        {
            if (!words[at + k].Lemma.Equals(phrase[k], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    /// <summary>Short forms ("country", "bloc", "side") with what they stand for: <c>state</c>, <c>organisation</c>, <c>group</c>, <c>pair</c>.</summary>
    public FrozenDictionary<string, string> ShortForms { get; }

    /// <summary>A name for this state of the data: first digits of the hash of all its files.</summary>
    public string Version { get; }

    /// <summary>Reads a codebook folder.</summary>
    /// <exception cref="DataFileException">A file is missing or broken.</exception>
    public static Codebook Load(string folder)
    {
        string lexicon = Path.Combine(folder, "lexicon");
        if (!Directory.Exists(lexicon)) throw new DataFileException(lexicon, null, "the folder is missing: give the program's data folder, or build it anew");
        var hashes = new List<string>();
        var all = new List<Sense>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(lexicon, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (Sense s in ReadJson(file, CodebookJson.Default.ListSense, hashes))
            {
                if (!ids.Add(s.Id)) throw new DataFileException(file, s.Id, "the id stands twice in the lexicon: give the second sense another");
                if (s.Pos is not ("verb" or "noun" or "adj")) throw new DataFileException(file, s.Id, $"pos is '{s.Pos}': use verb, noun or adj");
                all.Add(s);
            }
        }
        var operators = ReadJson(Path.Combine(folder, "operators.json"), CodebookJson.Default.ListOperator, hashes);
        var light = ReadJson(Path.Combine(folder, "light.json"), CodebookJson.Default.ListLightVerb, hashes);
        var classes = ReadJson(Path.Combine(folder, "classes.json"), CodebookJson.Default.DictionaryStringListString, hashes);
        var types = ReadJson(Path.Combine(folder, "types.json"), CodebookJson.Default.ListTypeInfo, hashes);
        var contexts = ReadJson(Path.Combine(folder, "context.json"), CodebookJson.Default.DictionaryStringListString, hashes);
        var shortForms = ReadJson(Path.Combine(folder, "shortforms.json"), CodebookJson.Default.DictionaryStringListString, hashes);
        var roles = ReadRoles(Path.Combine(folder, "roles.tsv"), hashes);
        return new Codebook(all, operators, light, classes, types, roles, contexts, shortForms, Fingerprint.Short([.. hashes])[..8]);
    }

    /// <summary>Senses of a predicate; for a phrase, those that end in the lemma.</summary>
    public IReadOnlyList<Sense> SensesOf(string lemma, string pos) => senses[lemma, pos];

    /// <summary>True when the word has senses as any part of speech.</summary>
    internal bool HasSenses(string lemma) => senses.Knows(lemma);

    /// <summary>Governing senses of a word; empty when it is no operator.</summary>
    public IReadOnlyList<Operator> OperatorsOf(string lemma, string pos) => operators[lemma, pos];

    /// <summary>Uses of a verb as a light verb.</summary>
    public IReadOnlyList<LightVerb> LightUses(string lemma) => light.TryGetValue(lemma, out LightVerb[]? found) ? found : [];

    /// <summary>True when the lemma is the word, or is in the class that the word names with <c>@</c>.</summary>
    public bool Is(string lemma, string word) => word.StartsWith('@') ? classes.TryGetValue(word, out FrozenSet<string>? set) && set.Contains(lemma) : string.Equals(lemma, word, StringComparison.Ordinal);

    /// <summary>What is known of a type.</summary>
    public TypeInfo Type(EventType type) => types[type];

    /// <summary>Conflict–cooperation score of a type with its modes: the strongest mode's, else the type's.</summary>
    public double Score(EventType type, IReadOnlyList<string> modes)
    {
        TypeInfo info = types[type];
        double score = info.Score;
        bool first = true;
        foreach (string mode in modes)
        {
            if (!info.Modes.TryGetValue(mode, out double s)) continue;
            if (first || Math.Abs(s) > Math.Abs(score)) score = s;
            first = false;
        }
        return score;
    }

    internal static string LastWord(string lemma) => lemma[(lemma.LastIndexOf(' ') + 1)..];

    private static T ReadJson<T>(string file, JsonTypeInfo<T> type, List<string> hashes)
    {
        string text = ReadText(file, hashes);
        try
        {
            return JsonSerializer.Deserialize(text, type) ?? throw new DataFileException(file, null, "it holds null: write an array or an object");
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
    }

    private static string ReadText(string file, List<string> hashes)
    {
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        string text = File.ReadAllText(file);
        hashes.Add(Fingerprint.Of(text));
        return text;
    }

    private static List<Role> ReadRoles(string file, List<string> hashes)
    {
        var roles = new List<Role>();
        int line = 0;
        foreach (string row in ReadText(file, hashes).Split('\n'))
        {
            line++;
            string trimmed = row.TrimEnd('\r');
            if (trimmed.Length == 0 || trimmed.StartsWith('#') || line == 1) continue;
            string[] cells = trimmed.Split('\t');
            if (cells.Length < 4) throw new DataFileException(file, $"line {line}", "a role has lemma, kind, sector and scope, separated by tabs");
            Sector sector = Codes.Parse<Sector>(cells[2]) ?? throw new DataFileException(file, $"line {line}", $"'{cells[2]}' is no sector: use one of {string.Join(' ', Codes.All<Sector>())}");
            roles.Add(new Role(cells[0], cells[1], sector, cells[3], cells.Length > 4 && cells[4].Length > 0 ? cells[4] : null));
        }
        return roles;
    }
}
