using System.Collections.Frozen;

namespace Annalist.Language;

/// <summary>Penn Treebank tags for words of parsers that do not give them: from the features, else from form, lemma and auxiliaries.</summary>
internal static class PennTags
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH",
        "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "-LSB-", "-RSB-", "HYPH", "NFP", "AFX", "GW", "XX", "ADD", "$", "#", "\"", "(", ")",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Modals = new[] { "can", "ca", "could", "may", "might", "must", "shall", "should", "will", "wo", "'ll", "’ll", "would", "ought" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when the word has a tag of the Penn Treebank (as English treebanks of Universal Dependencies use it).</summary>
    public static bool IsKnown(string xpos) => Known.Contains(xpos);

    /// <summary>The tag of a word.</summary>
    /// <param name="s">Its sentence; parts of speech and tree are there.</param>
    /// <param name="t">The word.</param>
    public static string Of(Sentence s, Token t)
    {
        string form = t.Form.ToLowerInvariant();
        var feats = Feats(t.Feats);
        return t.Upos switch
        {
            "VERB" or "AUX" => Verb(s, t, form, feats),
            "NOUN" => feats.GetValueOrDefault("Number") is "Plur" or "Ptan" || feats.Count == 0 && LooksPlural(t, form) ? "NNS" : "NN",
            "PROPN" => feats.GetValueOrDefault("Number") is "Plur" or "Ptan" ? "NNPS" : "NNP",
            "ADJ" => feats.GetValueOrDefault("Degree") switch { "Cmp" => "JJR", "Sup" => "JJS", _ => "JJ" },
            "ADV" => Adverb(form, feats),
            "PRON" => Pronoun(t, form, feats),
            "DET" => feats.GetValueOrDefault("PronType") is "Int" or "Rel" || form is "which" or "what" or "whose" ? "WDT" : feats.GetValueOrDefault("Poss") == "Yes" ? "PRP$" : t.Deprel == "det:predet" ? "PDT" : "DT",
            "ADP" => t.Deprel == "compound:prt" ? "RP" : "IN",
            "SCONJ" => form is "when" or "where" or "how" or "why" ? "WRB" : "IN",
            "CCONJ" => "CC",
            "PART" => form is "to" ? "TO" : form is "'s" or "’s" or "'" or "’" ? "POS" : "RB",
            "NUM" => "CD",
            "INTJ" => "UH",
            "SYM" => form is "$" or "€" or "£" or "¥" ? "$" : "SYM",
            "PUNCT" => Punctuation(form),
            _ => "FW",
        };
    }

    private static string Verb(Sentence s, Token t, string form, Dictionary<string, string> feats)
    {
        if (t.Upos == "AUX" && Modals.Contains(form)) return "MD";
        string? tense = feats.GetValueOrDefault("Tense");
        switch (feats.GetValueOrDefault("VerbForm"))
        {
            case "Inf": return "VB";
            case "Ger": return "VBG";
            case "Part": return tense == "Pres" || tense is null && form.EndsWith("ing", StringComparison.Ordinal) ? "VBG" : "VBN";
            case "Fin" when feats.GetValueOrDefault("Mood") == "Imp": return "VB";
            case "Fin" when tense == "Past": return "VBD";
            case "Fin" when tense == "Pres": return feats.GetValueOrDefault("Person") == "3" && feats.GetValueOrDefault("Number") == "Sing" ? "VBZ" : "VBP";
        }
        return Irregular(form) ?? ByForm(s, t, form);
    }

    /// <summary>Be, have and do tell themselves.</summary>
    private static string? Irregular(string form) => form switch
    {
        "is" or "'s" or "’s" or "has" or "does" => "VBZ",
        "am" or "are" or "'re" or "’re" or "'m" or "’m" or "'ve" or "’ve" => "VBP",
        "was" or "were" or "had" or "did" => "VBD",
        "been" or "done" => "VBN",
        "being" or "having" or "doing" => "VBG",
        "be" => "VB",
        _ => null,
    };

    private static string ByForm(Sentence s, Token t, string form)
    {
        string lemma = t.Lemma == "_" ? "" : t.Lemma.ToLowerInvariant();
        if (form.EndsWith("ing", StringComparison.Ordinal) && form != lemma) return "VBG";
        bool bare = false, participle = false;
        foreach (int c in s.Children(t.Index))
        {
            var k = s.Tokens[c];
            if (c > t.Index) break;
            string own = k.Form.ToLowerInvariant();
            if (k.Relation == "mark" && own == "to" || k.Relation == "aux" && (Modals.Contains(own) || own is "do" or "does" or "did")) bare = true;
            else if (k.Relation == "aux") participle = true;
        }
        if (participle && !bare) return "VBN";
        if (bare) return "VB";
        bool subject = s.Child(t.Index, "nsubj") >= 0;
        if (form == lemma)
        {
            // "Put", "set", "cut": the bare form beside a subject in the singular can only be the past.
            int n = s.Child(t.Index, "nsubj");
            return !subject ? "VB" : s.Tokens[n].Upos is "NOUN" or "PROPN" && !LooksPlural(s.Tokens[n], s.Tokens[n].Form.ToLowerInvariant()) && s.Child(n, "conj") < 0 ? "VBD" : "VBP";
        }
        if (form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal)) return "VBZ";
        return !subject && t.Relation is "acl" or "amod" or "advcl" ? "VBN" : "VBD";
    }

    private static bool LooksPlural(Token t, string form) =>
        t.Xpos is "NNS" or "NNPS" || form.EndsWith('s') && t.Lemma != "_" && !t.Lemma.EndsWith('s') || t.Feats.Contains("Number=Plur", StringComparison.Ordinal);

    private static string Adverb(string form, Dictionary<string, string> feats) => feats.GetValueOrDefault("Degree") switch
    {
        "Cmp" => "RBR",
        "Sup" => "RBS",
        _ => feats.GetValueOrDefault("PronType") is "Int" or "Rel" || form is "when" or "where" or "how" or "why" ? "WRB" : "RB",
    };

    private static string Pronoun(Token t, string form, Dictionary<string, string> feats)
    {
        if (form is "whose") return "WP$";
        if (form is "who" or "whom" or "what" or "whoever" or "whatever") return "WP";
        if (form is "which" || form is "that" && feats.GetValueOrDefault("PronType") == "Rel") return "WDT";
        if (form is "there" && t.Relation == "expl") return "EX";
        if (feats.GetValueOrDefault("Poss") == "Yes" || form is "my" or "your" or "his" or "its" or "our" or "their" && t.Deprel == "nmod:poss") return "PRP$";
        return feats.GetValueOrDefault("PronType") switch { "Dem" => "DT", "Ind" or "Tot" or "Neg" => "NN", _ => form is "this" or "that" or "these" or "those" ? "DT" : "PRP" };
    }

    private static string Punctuation(string form) => form switch
    {
        "," => ",",
        "." or "!" or "?" => ".",
        "(" or "[" or "{" => "-LRB-",
        ")" or "]" or "}" => "-RRB-",
        "“" or "‘" or "``" or "«" => "``",
        "”" or "’" or "''" or "»" or "\"" => "''",
        "-" or "‐" => "HYPH",
        _ => ":",
    };

    private static Dictionary<string, string> Feats(string feats)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feats == "_") return read;
        foreach (string pair in feats.Split('|'))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) read[pair[..at]] = pair[(at + 1)..];
        }
        return read;
    }
}
