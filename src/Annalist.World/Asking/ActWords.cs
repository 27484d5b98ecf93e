using System.Collections.Frozen;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Ordinary words for acts (<c>acts.tsv</c> of the packs' folder): what a verb on the command line asks for, and the words that only say an act over again.</summary>
public sealed class ActWords
{
    private const string Own = "=", Words = "~";
    private readonly FrozenDictionary<string, (string Act, string? Matter, bool AsRecipient)> verbs;
    private readonly FrozenDictionary<string, IReadOnlySet<string>> own;
    private readonly FrozenDictionary<string, string> phrases;

    internal ActWords(IEnumerable<(string Verb, string Act, string? Matter, bool AsRecipient)> verbs, IEnumerable<(string Act, string Words)> own, IEnumerable<(string Act, string Words)> phrases)
    {
        this.phrases = phrases.ToFrozenDictionary(p => p.Act, p => p.Words, StringComparer.Ordinal);
        this.verbs = verbs.ToFrozenDictionary(v => v.Verb, v => (v.Act, v.Matter, v.AsRecipient), StringComparer.OrdinalIgnoreCase);
        this.own = own.GroupBy(o => o.Act, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, IReadOnlySet<string> (g) => g.SelectMany(o => TextMatch.Stems(o.Words)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="PackException">It has faults.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ActWords Load(string file)
    {
        var faults = new List<PackFault>();
        IReadOnlyList<PackRow> rows = PackTable.Read(file, ["verb", "act", "matter", "as"], faults).Rows;
        foreach (PackRow r in rows.Where(r => Codes.Parse<EventType>(r["act"]) is null && Codes.Parse<Relation>(r["act"]) is null))
        {
            faults.Add(new(r.File, r.Line, PackFaultIds.ActUnknown, $"'{r["act"]}' is no act.", "Use a type of event or a relation.", Severity.Error));
        }
        foreach (IGrouping<string, PackRow> g in rows.Where(r => r["verb"] is not (Own or Words)).GroupBy(r => r["verb"], StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            faults.Add(new(file, g.Last().Line, PackFaultIds.LineDoubled, $"the verb '{g.Key}' stands there twice.", "Delete one.", Severity.Error));
        }
        if (faults.Any(f => f.Severity == Severity.Error)) throw new PackException(faults);
        return new ActWords(
            rows.Where(r => r["verb"] is not (Own or Words)).Select(r => (r["verb"], r["act"], r["matter"].Length == 0 ? null : r["matter"], r["as"] == "recipient")),
            rows.Where(r => r["verb"] == Own).Select(r => (r["act"], r["matter"])),
            rows.Where(r => r["verb"] == Words).Select(r => (r["act"], r["matter"])));
    }

    /// <summary>All verbs, sorted.</summary>
    public IReadOnlyList<string> Verbs => [.. verbs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a verb, an event type or a relation asks for; null when it is none.</summary>
    public (string Act, string? Matter, bool AsRecipient)? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (verbs.TryGetValue(word, out (string, string?, bool) found)) return found;
        string upper = word.ToUpperInvariant();
        if (Codes.Parse<EventType>(upper) is not null) return (upper, null, false);
        return Codes.Parse<Relation>(word) is not null ? (word, null, false) : null;
    }

    /// <summary>The act in words that follow "may": <c>host forces of</c>; the code where the table has none.</summary>
    public string Phrase(string act) => phrases.GetValueOrDefault(act) ?? act;

    /// <summary>True when the words narrow the act to a kind of it: none of them is one that only says the act over again.</summary>
    public bool Narrow(string act, string? matter) => matter is not null && !(own.TryGetValue(act, out IReadOnlySet<string>? words) && TextMatch.Stems(matter).Any(words.Contains));
}
