using System.Text;
using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

/// <summary>Small hand-made analyses for the tests of the coders.</summary>
internal static class Trees
{
    /// <summary>A sentence of which every word hangs on one verb; the word's tag is given, auxiliaries are told by their form.</summary>
    public static Sentence Flat(string text, string verb, string xpos, int index = 0, int start = 0)
    {
        List<(string Form, int At)> words = Words(text);
        int root = Math.Max(0, words.FindIndex(w => w.Form == verb));
        var tokens = new List<Token>();
        for (int i = 0; i < words.Count; i++)
        {
            (string form, int at) = words[i];
            (string upos, string tag, string rel, string lemma) = i == root ? ("VERB", xpos, "root", form.ToLowerInvariant()) : form switch
            {
                "will" or "may" or "could" => ("AUX", "MD", "aux", form),
                "has" => ("AUX", "VBZ", "aux", "have"),
                "had" => ("AUX", "VBD", "aux", "have"),
                "was" or "were" => ("AUX", "VBD", "aux", "be"),
                "is" or "are" => ("AUX", "VBZ", "aux", "be"),
                _ => ("NOUN", "NN", "dep", form.ToLowerInvariant()),
            };
            tokens.Add(new Token(i, new TextSpan(start + at, start + at + form.Length), form, lemma, upos, tag, "_", i == root ? -1 : root, rel));
        }
        return new Sentence(index, new TextSpan(start, start + text.Length), text, tokens);
    }

    /// <summary>A sentence from lines "form lemma UPOS XPOS head relation" (head from 1, 0 for the root); words are joined by single spaces but before punctuation.</summary>
    public static Sentence Conllu(string lines, int index = 0, int start = 0)
    {
        var text = new StringBuilder();
        var tokens = new List<Token>();
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] c = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool glued = tokens.Count == 0 || c[0] is "," or "." or ":" or ";" or "!" or "?" or "”" or "'s" or "n't" or ")" || tokens[^1].Form is "“" or "(" or "$" or "€";
            if (!glued) text.Append(' ');
            int at = start + text.Length;
            text.Append(c[0]);
            if (tokens.Count > 0) tokens[^1] = tokens[^1] with { SpaceAfter = !glued };
            tokens.Add(new Token(tokens.Count, new TextSpan(at, at + c[0].Length), c[0], c[1], c[2], c[3], "_", int.Parse(c[4], System.Globalization.CultureInfo.InvariantCulture) - 1, c[5]));
        }
        return new Sentence(index, new TextSpan(start, start + text.Length), text.ToString(), tokens);
    }

    /// <summary>A passage of these sentences, joined by spaces.</summary>
    public static Passage Passage(DateOnly? reference, IReadOnlyList<Sentence> sentences, IEnumerable<ActorMention>? mentions = null, string? text = null)
    {
        text ??= string.Join(' ', sentences.Select(s => s.Text));
        var report = new Report { Label = "t", Hash = Fingerprint.Of(text), Text = text, ReferenceDate = reference, ReferenceBasis = reference is null ? ReferenceBasis.None : ReferenceBasis.Published };
        return new Passage(report, TextPart.Text, text, sentences, new MentionTable(mentions ?? []));
    }

    /// <summary>The folder of the codebook's data beside the tests.</summary>
    public static string Codebook => Path.Combine(AppContext.BaseDirectory, "data", "codebook");

    private static List<(string Form, int At)> Words(string text)
    {
        var words = new List<(string, int)>();
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int j = i;
            while (j < text.Length && !char.IsWhiteSpace(text[j])) j++;
            int end = j;
            while (end > i + 1 && text[end - 1] is ',' or '.' or ';' or ')' or ':') end--;
            int begin = i;
            if (text[i] is '(' or '“')
            {
                words.Add((text[i].ToString(), i));
                begin++;
            }
            if (end - begin > 2 && text[(end - 2)..end] is "'s")
            {
                words.Add((text[begin..(end - 2)], begin));
                words.Add(("'s", end - 2));
            }
            else if (end > begin)
            {
                words.Add((text[begin..end], begin));
            }
            for (int k = end; k < j; k++) words.Add((text[k].ToString(), k));
            i = j;
        }
        return words;
    }
}
