using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Tells who speaks from the words that name the speaker. One reader serves one passage.</summary>
/// <param name="passage">The passage.</param>
/// <param name="book">The nouns that can speak.</param>
internal sealed class SpeakerReader(Passage passage, CueBook book)
{
    /// <summary>The speaker named by a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="token">The token that names the speaker.</param>
    /// <param name="last">The speaker before, whom an unresolved pronoun takes up; null when there is none.</param>
    /// <param name="sure">True when the frame itself shows speech: then any name or noun of a person or body will do.</param>
    /// <returns>Null when what the token names does not speak.</returns>
    public Speaker? Read(Sentence sentence, int token, Speaker? last, bool sure)
    {
        Token t = sentence.Tokens[token];
        (int first, int end) = CueFinder.SpeakerWords(sentence, token);
        TextSpan span = sentence.Tokens[first].Span.Union(sentence.Tokens[end - 1].Span);
        ActorMention? mention = passage.Mentions.AtHead(sentence.Index, token) ?? passage.Mentions.Covering(sentence.Index, token);
        bool owner = mention is { Kind: MentionKind.Demonym or MentionKind.Seat } && mention.Head != token;
        if (mention is not null && !owner && (mention.Codes.Count > 0 || mention.Name is not null || mention.IsPerson))
        {
            Speaker found = OfMention(mention, sentence, span);
            return t.Upos == "PRON" && found.Name is null && last is not null && last.Code == found.Code ? last with { Span = span } : found;
        }
        if (t.Upos == "PRON")
        {
            string form = t.Form.ToLowerInvariant();
            if (form is "he" or "she" or "him" or "her" or "his" && last is { Person: true }) return last with { Span = span, Resolved = false };
            if (form is "it" or "its" or "they" or "their" && last is { Person: false }) return last with { Span = span, Resolved = false };
            return form is "he" or "she" or "they" or "his" or "her" or "their" && sure ? new Speaker(null, "UNK", Sector.Unk, null, span, true, false) : null;
        }
        Sector? noun = Noun(sentence, token);
        int possessor = sentence.Child(token, "nmod:poss", "compound", "amod");
        // Figures and reports are a source, but nobody who speaks.
        bool owned = sure && t.Upos == "NOUN" && t.Lemma is not ("figure" or "datum" or "data" or "statistic" or "statistics" or "information" or "number") && possessor >= 0 && passage.Mentions.Covering(sentence.Index, possessor) is { Codes.Count: > 0 };
        if (t.Upos == "PROPN" || noun is not null || owned)
        {
            string code = "UNK";
            Sector sector = noun ?? Sector.Unk;
            foreach (ActorMention m in passage.Mentions.In(sentence.Index))
            {
                if (m.First >= first && m.Last <= end && m.Codes.Count > 0 && m.First <= token)
                {
                    (code, sector) = (m.Code, noun ?? m.Sector);
                    break;
                }
            }
            return new Speaker(Words(sentence, first, end), code, sector, noun is null ? null : Words(sentence, first, end), span, t.Upos == "PROPN" || noun is not (Sector.Igo or Sector.Unk));
        }
        return null;
    }

    private Sector? Noun(Sentence sentence, int token)
    {
        string lemma = sentence.Tokens[token].Lemma.ToLowerInvariant();
        foreach (int c in sentence.Children(token))
        {
            if (sentence.Tokens[c].Relation is "compound" or "amod" && book.SpeakerNoun(sentence.Tokens[c].Lemma.ToLowerInvariant() + " " + lemma) is Sector two) return two;
            if (sentence.Tokens[c].Relation is "appos" or "compound" && sentence.Tokens[token].Upos == "PROPN" && book.SpeakerNoun(sentence.Tokens[c].Lemma.ToLowerInvariant()) is Sector apposed) return apposed;
        }
        return book.SpeakerNoun(lemma);
    }

    private Speaker OfMention(ActorMention mention, Sentence sentence, TextSpan span)
    {
        string? name = mention.Name;
        if (name is null && mention.Kind is MentionKind.Pronoun or MentionKind.ShortForm) name = Antecedent(mention, sentence);
        name ??= mention.Kind == MentionKind.Pronoun ? null : mention.Kind is MentionKind.Name or MentionKind.Seat ? Bare(mention.Text) : Bare(mention.First < mention.Last ? mention.Text : span.Cut(passage.Text));
        return new Speaker(name, mention.Code, mention.Sector, mention.Role, mention.Span.Union(span), mention.IsPerson);
    }

    /// <summary>The words of the nearest mention before that stands for the same party and is no pronoun.</summary>
    private string? Antecedent(ActorMention mention, Sentence sentence)
    {
        for (int s = sentence.Index; s >= 0; s--)
        {
            foreach (ActorMention m in passage.Mentions.In(s).Reverse())
            {
                if (s == sentence.Index && m.First >= mention.First) continue;
                if (m.Kind is MentionKind.Pronoun or MentionKind.ShortForm or MentionKind.Demonym || m.IsPerson != mention.IsPerson || !m.Codes.SequenceEqual(mention.Codes) || m.Person != mention.Person) continue;
                return m.Name ?? Bare(m.Text);
            }
        }
        return mention.Kind == MentionKind.ShortForm ? Bare(mention.Text) : null;
    }

    private string Words(Sentence sentence, int first, int end)
    {
        int last = end;
        for (int t = first + 1; t < end; t++)
        {
            if (sentence.Tokens[t].Form == ",")
            {
                last = t;
                break;
            }
        }
        return Bare(sentence.Tokens[first].Span.Union(sentence.Tokens[last - 1].Span).Cut(passage.Text));
    }

    private static string Bare(string words)
    {
        foreach (string article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (words.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return words[article.Length..];
        }
        return words;
    }
}
