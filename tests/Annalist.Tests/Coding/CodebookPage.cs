using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Tests.House;

namespace Annalist.Tests.Coding;

/// <summary>Writes <c>docs/codebook.md</c> from the codebook's data and the definitions in <c>src/Annalist.Model</c>.</summary>
internal static class CodebookPage
{
    private const int Most = 14;
    private static readonly string[] Quads = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    public static string Write(string folder)
    {
        Codebook codebook = Codebook.Load(folder);
        List<TypeInfo> types = Read(folder, "types.json", CodebookJson.Default.ListTypeInfo);
        var page = new StringBuilder();
        page.Append("""
            # The codebook

            Written from `data/codebook` and the definitions in `src/Annalist.Model`; do not edit it by hand. After a change of the data
            `ANNALIST_APPROVE=1 dotnet test -c Release --filter CodebookPage` writes it anew. How a sense is written: [lexicon.md](lexicon.md).


            """);
        Counts(page, codebook, types);
        Definitions<EventStatus>(page, "Statuses", "How far an act has come.");
        Definitions<Modality>(page, "Modalities", "Why an act is only possible.");
        Definitions<Sector>(page, "Sectors", "What a party is in an act.");
        foreach (TypeInfo type in types) Type(page, codebook, type);
        Contexts(page, codebook);
        Operators(page, Read(folder, "operators.json", CodebookJson.Default.ListOperator));
        Light(page, Read(folder, "light.json", CodebookJson.Default.ListLightVerb));
        Classes(page, Read(folder, "classes.json", CodebookJson.Default.DictionaryStringListString));
        Cues(page, CueBook.Load(folder).Groups);
        Ties(page, Read(folder, "ties.json", TieJson.Default.ListTieSense));
        return page.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static T Read<T>(string folder, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, file)), type)!;

    private static void Counts(StringBuilder page, Codebook codebook, List<TypeInfo> types)
    {
        page.Append("## Counts\n\n| type | quad | score | verbs | nouns | adjectives | senses | examples | near misses |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (TypeInfo t in types) Row(Link(Codes.Of(t.Type)), $"{t.Quad} {Quads[t.Quad]}", Number(t.Score), [.. codebook.Senses.Where(s => s.Type == t.Type)]);
        Row("all", "", "", codebook.Senses);
        page.Append('\n');

        void Row(string name, string quad, string score, IReadOnlyList<Sense> of) => Cells(page, name, quad, score, Count(of, "verb"), Count(of, "noun"), Count(of, "adj"), Number(of.Count), Number(of.Sum(s => s.Fires.Count)), Number(of.Sum(s => s.Silent.Count)));

        static string Count(IReadOnlyList<Sense> of, string pos) => Number(of.Count(s => s.Pos == pos));
    }

    /// <summary>The members of an enum with their comments: the definitions stand in the code, one place only.</summary>
    private static void Definitions<T>(StringBuilder page, string title, string what) where T : struct, Enum
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{what}\n\n");
        Dictionary<string, string> said = Summaries<T>();
        foreach (T value in Enum.GetValues<T>()) page.Append(CultureInfo.InvariantCulture, $"- `{Codes.Of(value)}`: {said[value.ToString()]}\n");
        page.Append('\n');
    }

    private static Dictionary<string, string> Summaries<T>()
    {
        string source = File.ReadAllText(Path.Combine(Repo.Root, "src", "Annalist.Model", typeof(T).Name + ".cs"));
        return Regex.Matches(source, @"/// <summary>(?<said>.+)</summary>\s+(?<name>\w+),").ToDictionary(m => m.Groups["name"].Value, m => m.Groups["said"].Value, StringComparer.Ordinal);
    }

    private static void Type(StringBuilder page, Codebook codebook, TypeInfo type)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {Codes.Of(type.Type)}\n\n{Summaries<EventType>()[type.Type.ToString()]}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- quad {type.Quad} ({Quads[type.Quad]}), score {Number(type.Score)}{(type.Mutual ? "; all parties are actors by nature" : "")}\n");
        page.Append(CultureInfo.InvariantCulture, $"- modes with their scores: {(type.Modes.Count == 0 ? "none" : string.Join(", ", type.Modes.Select(m => $"`{m.Key}` {Number(m.Value)}")))}\n\n");
        page.Append("| sense | lemma | part of speech | slots | conditions | first example |\n|---|---|---|---|---|---|\n");
        foreach (Sense s in codebook.Senses.Where(s => s.Type == type.Type).OrderBy(s => s.Lemma, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            string modes = s.Modes.Count == 0 ? "" : $" ({string.Join(", ", s.Modes)})";
            Cells(page, $"`{s.Id}`{modes}", s.Lemma, s.Pos, Slots(s), Conditions(s.If, s.Unless, s), s.Fires.Count == 0 ? "" : s.Fires[0].Text);
        }
        page.Append('\n');
    }

    private static string Slots(Sense s)
    {
        string actor = string.Join(s.Mutual ? " + " : ", ", s.Actor);
        return s.Recipient.Count == 0 ? actor : $"{actor} → {Folded(s.Recipient)}";
    }

    private static string Conditions(IReadOnlyDictionary<string, Words> wanted, IReadOnlyDictionary<string, Words> unwanted, Sense? s = null)
    {
        var parts = wanted.Select(c => $"{c.Key}: {Folded(c.Value.All)}").Concat(unwanted.Select(c => $"not {c.Key}: {Folded(c.Value.All)}")).ToList();
        if (s?.Bare == true) parts.Add("alone");
        if (s?.Status is { } status) parts.Add("always " + Codes.Of(status));
        return string.Join("; ", parts);
    }

    private static void Contexts(StringBuilder page, Codebook codebook)
    {
        page.Append("## Contexts\n\nWhat an act is about, and the words that bring it.\n\n");
        foreach ((string context, IReadOnlyList<string> words) in codebook.Contexts) page.Append(CultureInfo.InvariantCulture, $"- `{context}` ({words.Count}): {string.Join(", ", words)}\n");
        page.Append('\n');
    }

    private static void Operators(StringBuilder page, List<Operator> operators)
    {
        page.Append("## Operators\n\nWords that shade the act below them, by the status that they give it; in brackets where they apply, when not everywhere.\n\n");
        foreach (var group in operators.GroupBy(o => (o.Status, Modality: o.Modality is { } m ? Codes.Of(m) : "", o.Pos)).OrderBy(g => g.Key, Comparer<(string, string, string)>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))))
        {
            string head = group.Key.Status + (group.Key.Modality.Length > 0 ? ", " + group.Key.Modality : "");
            page.Append(CultureInfo.InvariantCulture, $"- `{head}`, {group.Key.Pos} ({group.Count()}): {string.Join(", ", group.Select(o => o.Lemma + (o.Particle is null ? "" : " " + o.Particle) + (o.Complement.Count == 0 ? "" : $" [{string.Join(' ', o.Complement)}]")).Order(StringComparer.Ordinal))}\n");
        }
        page.Append('\n');
    }

    private static void Light(StringBuilder page, List<LightVerb> light)
    {
        page.Append("## Light verbs\n\nVerbs that lend their subject to a noun of act. An arrow back: the subject is the recipient.\n\n");
        foreach (LightVerb l in light.OrderBy(l => l.Lemma, StringComparer.Ordinal).ThenBy(l => l.Particle, StringComparer.Ordinal).ThenBy(l => l.Prep, StringComparer.Ordinal))
        {
            string verb = string.Join(' ', new[] { l.Lemma, l.Particle, l.Prep }.OfType<string>());
            page.Append(CultureInfo.InvariantCulture, $"- {verb}{(l.Swap ? " ←" : "")}: {(l.Nouns.Count == 0 ? "any" : string.Join(", ", l.Nouns))}\n");
        }
        page.Append('\n');
    }

    private static void Classes(StringBuilder page, Dictionary<string, List<string>> classes)
    {
        page.Append("## Classes\n\nWords that conditions name together.\n\n");
        foreach ((string name, List<string> words) in classes.OrderBy(c => c.Key, StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"- `@{name.TrimStart('@')}` ({words.Count}): {string.Join(", ", words)}\n");
        page.Append('\n');
    }

    private static void Cues(StringBuilder page, IReadOnlyList<CueGroup> groups)
    {
        page.Append("## Cues of statements\n\nWords that introduce what somebody said.\n\n| group | part of speech | kind | frames | lemmas | first example |\n|---|---|---|---|---|---|\n");
        foreach (CueGroup g in groups) Cells(page, $"`{g.Id}`{(g.Negated ? " (negated)" : "")}", g.Pos, g.Class, string.Join(", ", g.Frames.Select(f => Codes.Of(f))), string.Join(", ", g.Lemmas), g.Fires.Count == 0 ? "" : g.Fires[0].Text);
        page.Append('\n');
    }

    private static void Ties(StringBuilder page, List<TieSense> ties)
    {
        page.Append("## Patterns of ties\n\n| pattern | lemma | part of speech | relation | slots | conditions | first example |\n|---|---|---|---|---|---|---|\n");
        foreach (TieSense t in ties)
        {
            string relation = t.Relation is { } r ? Codes.Of(r) : "by the object's kind";
            Cells(page, $"`{t.Id}`", t.Lemma, t.Pos, (t.Polarity < 0 ? "not " : "") + relation, $"{Folded(t.Subject)} → {Folded(t.Object)}", Conditions(t.If, t.Unless), t.Fires.Count == 0 ? "" : t.Fires[0].Text);
        }
        page.Append('\n');
    }

    private static void Cells(StringBuilder page, params string[] cells) => page.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal))).Append(" |\n");

    private static string Folded(IReadOnlyList<string> words) => words.Count <= Most ? string.Join(", ", words) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", words.Take(Most))} and {words.Count - Most} more");

    private static string Link(string type) => $"[{type}](#{type.ToLowerInvariant()})";

    private static string Number(double n) => n.ToString("0.##", CultureInfo.InvariantCulture);
}
