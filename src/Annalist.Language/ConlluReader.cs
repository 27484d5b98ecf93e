using System.Globalization;
using System.Text;
using Annalist.Model;

namespace Annalist.Language;

/// <summary>Reads CoNLL-U (Universal Dependencies 2), strictly. Empty nodes and the enhanced graph are passed over.</summary>
public static class ConlluReader
{
    /// <summary>Reads the sentences one by one.</summary>
    /// <param name="source">CoNLL-U text. Not closed.</param>
    /// <exception cref="FormatException">A line breaks the format; the message begins with its number, from 1.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadSentences(source);
    }

    private static IEnumerable<ConlluSentence> ReadSentences(TextReader source)
    {
        var comments = new List<string>();
        var rows = new List<(int Line, string[] Columns)>();
        int number = 0, index = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            if (number == 1 && line.Length > 0 && line[0] == '\uFEFF') line = line[1..];
            // Some writers leave a blank on the line between two sentences.
            if (line.AsSpan().TrimEnd(' ').Length == 0)
            {
                if (rows.Count > 0) yield return Build(index++, comments, rows);
                else if (comments.Count > 0) throw Error(number, "comments without a sentence");
                comments.Clear();
                rows.Clear();
            }
            else if (line[0] == '#')
            {
                if (rows.Count > 0) throw Error(number, "a comment inside a sentence");
                comments.Add(line);
            }
            else
            {
                string[] columns = line.Split('\t');
                if (columns.Length != 10) throw Error(number, $"{columns.Length} columns in place of 10");
                foreach (string c in columns)
                {
                    if (c.Length == 0) throw Error(number, "an empty column");
                }
                rows.Add((number, columns));
            }
        }
        if (rows.Count > 0) yield return Build(index, comments, rows);
        else if (comments.Count > 0) throw Error(number, "comments without a sentence");
    }

    private static ConlluSentence Build(int index, List<string> comments, List<(int Line, string[] Columns)> rows)
    {
        // Surface words first: a range, or a word outside ranges.
        var words = new List<(int Line, string[] Columns)>();
        var surfaces = new List<(int First, int Count, string Form, bool Space)>();
        int rangeEnd = 0;
        foreach (var (line, c) in rows)
        {
            string id = c[0];
            if (id.Contains('.', StringComparison.Ordinal)) continue;
            int dash = id.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                int first = Number(line, id[..dash], "id"), last = Number(line, id[(dash + 1)..], "id");
                if (first != words.Count + 1 || last < first || first <= rangeEnd) throw Error(line, $"the range {id} stands at the wrong place");
                surfaces.Add((words.Count, last - first + 1, c[1], SpaceAfter(c[9])));
                rangeEnd = last;
                continue;
            }
            if (Number(line, id, "id") != words.Count + 1) throw Error(line, $"id {id} in place of {words.Count + 1}");
            if (words.Count + 1 > rangeEnd) surfaces.Add((words.Count, 1, c[1], SpaceAfter(c[9])));
            words.Add((line, c));
        }
        if (words.Count == 0) throw Error(rows[0].Line, "a sentence without words");
        if (rangeEnd > words.Count) throw Error(rows[^1].Line, $"a range reaches to {rangeEnd}, beyond the last word {words.Count}");

        Spell(surfaces, new ConlluSentence(comments, new Sentence(index, new TextSpan(0, 0), "", [])).Value("text"));
        var text = new StringBuilder();
        var tokens = new Token[words.Count];
        int roots = 0;
        foreach (var (first, count, form, space) in surfaces)
        {
            int start = text.Length;
            text.Append(form);
            var spans = count == 1 ? [new TextSpan(start, text.Length)] : Parts(form, start, [.. words.GetRange(first, count).Select(w => w.Columns[1])]);
            for (int k = 0; k < count; k++)
            {
                var (line, c) = words[first + k];
                int head = c[6] == "_" ? -1 : Number(line, c[6], "head") - 1;
                if (head >= words.Count || head == first + k) throw Error(line, $"head {c[6]} outside the sentence");
                if (c[6] == "0") roots++;
                tokens[first + k] = new Token(first + k, spans[k], c[1], c[2], c[3], c[4], c[5], head, c[7])
                {
                    SpaceAfter = k == count - 1 && space,
                    Multiword = count == 1 ? 1 : k == 0 ? count : 0,
                };
            }
            if (space) text.Append(' ');
        }
        if (roots > 1) throw Error(words[0].Line, $"{roots} roots in one sentence");
        CheckCycles(words, tokens);
        string full = text.ToString().TrimEnd(' ');
        return new ConlluSentence([.. comments], new Sentence(index, new TextSpan(0, full.Length), full, tokens));
    }

    /// <summary>Where the comment <c># text</c> shows no space after a word, there is none, even if the writer left out <c>SpaceAfter=No</c>. A text that the forms do not spell is passed over.</summary>
    private static void Spell(List<(int First, int Count, string Form, bool Space)> surfaces, string? text)
    {
        if (text is null) return;
        var spaces = new bool[surfaces.Count];
        int at = 0;
        for (int i = 0; i < surfaces.Count; i++)
        {
            string form = surfaces[i].Form;
            if (string.CompareOrdinal(text, at, form, 0, form.Length) != 0) return;
            at += form.Length;
            int next = at;
            while (next < text.Length && text[next] is ' ' or '\u00a0') next++;
            spaces[i] = next > at;
            at = next;
        }
        if (at != text.Length) return;
        // What follows the last word stands outside the text of the sentence.
        for (int i = 0; i + 1 < surfaces.Count; i++) surfaces[i] = surfaces[i] with { Space = spaces[i] };
    }

    private static void CheckCycles(List<(int Line, string[] Columns)> words, Token[] tokens)
    {
        var state = new byte[tokens.Length]; // 1 on the way up, 2 known to end at a root
        for (int i = 0; i < tokens.Length; i++)
        {
            int w = i;
            while (w >= 0 && state[w] == 0)
            {
                state[w] = 1;
                w = tokens[w].Head;
            }
            if (w >= 0 && state[w] == 1) throw Error(words[w].Line, "the heads run in a circle");
            for (w = i; w >= 0 && state[w] == 1; w = tokens[w].Head) state[w] = 2;
        }
    }

    /// <summary>Spans of the words of a contraction: side by side where they spell it, else each the whole.</summary>
    internal static TextSpan[] Parts(string surface, int start, string[] forms)
    {
        var spans = new TextSpan[forms.Length];
        int at = 0;
        for (int k = 0; k < forms.Length; k++)
        {
            if (string.CompareOrdinal(surface, at, forms[k], 0, forms[k].Length) != 0 || at + forms[k].Length > surface.Length)
            {
                at = -1;
                break;
            }
            spans[k] = new TextSpan(start + at, start + at + forms[k].Length);
            at += forms[k].Length;
        }
        if (at != surface.Length) Array.Fill(spans, new TextSpan(start, start + surface.Length));
        return spans;
    }

    private static bool SpaceAfter(string misc) => !misc.Split('|').Contains("SpaceAfter=No");

    private static int Number(int line, string text, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : throw Error(line, $"the {what} {text} is no number");

    private static FormatException Error(int line, string what) => new($"line {line.ToString(CultureInfo.InvariantCulture)}: {what}");
}
