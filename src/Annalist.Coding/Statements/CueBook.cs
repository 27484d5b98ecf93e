using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>The words that introduce statements, and the nouns that can speak. Immutable.</summary>
public sealed class CueBook
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly Dictionary<(string Pos, string Lemma), List<CueGroup>> byLemma = [];
    private readonly Dictionary<string, Sector> speakers;
    private readonly FrozenDictionary<string, (CueGroup Group, string[] Words)[]> phrases;

    private CueBook(IReadOnlyList<CueGroup> groups, Dictionary<string, Sector> speakers)
    {
        Groups = groups;
        this.speakers = speakers;
        foreach (CueGroup group in groups)
        {
            foreach (string lemma in group.Lemmas)
            {
                if (!byLemma.TryGetValue((group.Pos, lemma), out List<CueGroup>? list)) byLemma[(group.Pos, lemma)] = list = [];
                list.Add(group);
            }
        }
        phrases = groups.Where(g => g.Pos == "phrase").SelectMany(g => g.Lemmas.Select(l => (Group: g, Words: l.Split(' ')))).GroupBy(p => p.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All groups, for tests and documentation.</summary>
    public IReadOnlyList<CueGroup> Groups { get; }

    /// <summary>The fixed phrases before a source that begin with a word in any case, longest first.</summary>
    internal (CueGroup Group, string[] Words)[] PhrasesAt(string word) => phrases.TryGetValue(word, out (CueGroup, string[])[]? found) ? found : [];

    /// <summary>Groups of a lemma; empty when it introduces nothing.</summary>
    internal IReadOnlyList<CueGroup> Of(string pos, string lemma) => byLemma.TryGetValue((pos, lemma), out List<CueGroup>? list) ? list : [];

    /// <summary>The sector of a noun that can speak (a person, a body); null for things.</summary>
    internal Sector? SpeakerNoun(string lemma) => speakers.TryGetValue(lemma, out Sector sector) ? sector : null;

    /// <summary>Reads the text of <c>cues.json</c> and of <c>roles.tsv</c>.</summary>
    /// <exception cref="JsonException">The cues are not of that form; the message says where.</exception>
    public static CueBook Parse(string cues, string roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        CueGroup[] groups = JsonSerializer.Deserialize<CueGroup[]>(cues, Options) ?? throw new JsonException("the cues are empty: give an array as in data/codebook/cues.json");
        var speakers = new Dictionary<string, Sector>(StringComparer.Ordinal);
        foreach (string line in roles.Split('\n').Skip(1))
        {
            string[] cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length > 2 && cells[0].Length > 0 && cells[0][0] != '#' && Codes.Parse<Sector>(cells[2]) is Sector sector) speakers.TryAdd(cells[0], sector);
        }
        return new CueBook(groups, speakers);
    }

    /// <summary>Reads <c>cues.json</c> and <c>roles.tsv</c> from the codebook's folder.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">The cues are not of that form; the message says where.</exception>
    public static CueBook Load(string codebookFolder) =>
        Parse(File.ReadAllText(Path.Combine(codebookFolder, "cues.json")), File.ReadAllText(Path.Combine(codebookFolder, "roles.tsv")));
}
