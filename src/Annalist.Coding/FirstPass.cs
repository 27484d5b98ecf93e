using System.Buffers;
using System.Globalization;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// The first of the two speeds (design section 6): tells from the words and their tags alone which sentences can hold a finding. Only those are parsed by the network; what is told
/// of the others is read off cheap trees, and those that tell nothing get none. Every test is one that a finding must pass, whatever the tree: it may let too much through, and seldom loses. Thread-safe.
/// </summary>
internal sealed partial class FirstPass(Codebook codebook, CueBook cues, Func<Token, IEnumerable<TieSense>> ties, Func<IReadOnlyList<Token>, bool> measures)
{
    /// <summary>Characters before a sentence in which a name tells who "he" or "the two countries" are that act in it.</summary>
    private const int Near = 400;

    /// <summary>The same for whoever is spoken of without a finding, and for marks of a quotation that goes on: a tree may be wanted for longer.</summary>
    private const int Far = 1500;

    /// <summary>Words on either side of an act in which the words stand that its sense asks for.</summary>
    private const int Reach = 15;

    /// <summary>Words on either side of a verb of speaking in which its speaker stands.</summary>
    private const int Beside = 8;

    /// <summary>Words before a short form among which its article or number stands.</summary>
    private const int Definite = 4;

    /// <summary>Sentences back in which a pronoun has its person, as the resolver of pronouns looks (<see cref="CoreferenceResolver"/>).</summary>
    private const int PersonWindow = 6;

    /// <summary>Words on either side of a role among which its bearer's name stands.</summary>
    private const int Title = 4;

    /// <summary>No party has been looked for yet.</summary>
    private const int Unsought = -2;

    /// <summary>Words behind a phrasal verb among which its particle stands ("point this out").</summary>
    private const int Particle = 4;

    /// <summary>Marks of quotation.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”«»„");

    /// <summary>Slots whose filler is marked by no preposition of the slot's name, or not always.</summary>
    private static readonly HashSet<string> Unmarked = new(StringComparer.Ordinal)
    {
        "subject", "object", "iobject", "clause", "poss", "adj", "is", "modifier", "aux", "case", "particle", "complement", "infinitive", "outer", "lightsubject", "by", "of",
    };

    /// <summary>Slots of a tie that a preposition of the same name marks.</summary>
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "with", "in", "on", "to", "of", "through", "via", "across", "from", "at", "into", "for", "between", "among", "against", "as" };

    /// <summary>Verbs that introduce words of any kind; those that introduce more than a word or a thing. Each with its particles, "" for none.</summary>
    private readonly ILookup<string, string> tellers = Verbs(cues, _ => true), speakers = Verbs(cues, f => f is CueFrame.Quote or CueFrame.Insert or CueFrame.Clause);

    /// <summary>Verbs that introduce nothing but a clause or a quotation: there is another verb, or there are marks.</summary>
    private readonly HashSet<string> clausal = [.. cues.Groups.Where(g => g.Pos == "verb").SelectMany(g => g.Lemmas.Select(l => (Lemma: l, g.Frames))).GroupBy(x => x.Lemma.Split(' ')[0])
        .Where(x => x.All(y => y.Frames.All(f => f is CueFrame.Quote or CueFrame.Insert or CueFrame.Clause))).Select(x => x.Key)];

    /// <summary>A test of a text's sentences by their words: tagged, with lemmas, without trees.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names of the packs in the text, in order.</param>
    public Func<TextSpan, IReadOnlyList<Token>, Parsing> Of(string text, IReadOnlyList<NameMatch> names)
    {
        int[] all = [.. names.Select(n => n.Span.Start)];
        int[] actors = [.. names.Where(n => n.Entry.Place is null).Select(n => n.Span.Start)];
        int[] bodies = [.. names.Where(n => n.Entry.Type == NameType.Body).Select(n => n.Span.Start)];
        int[] persons = [.. names.Where(n => n.Entry.Type == NameType.Person).Select(n => n.Span.Start)];
        var titled = new HashSet<string>(StringComparer.Ordinal);
        int sentence = 0, lastPerson = -PersonWindow - 1;
        return (span, words) =>
        {
            sentence++;
            if (Introduces(words, titled) || Any(persons, span, 0)) lastPerson = sentence;
            bool person = sentence - lastPerson <= PersonWindow;
            // Who is meant by "he" is spoken of still.
            if (person && words.Any(IsHeOrShe)) lastPerson = sentence;
            var named = new Named(Any(actors, span, 0), Any(actors, span, Near), Any(all, span, Near), Any(all, span, Far), Any(bodies, span, 0), Count(actors, span, 0), words.Any(IsQuote) || IsQuoted(text, span), person, span, actors, titled);
            if (IsWorth(text.AsSpan(span.Start, span.Length), words, named)) return Parsing.Network;
            if (Any(all, span, 0) || (Counts(words) && measures(words)) || named.Quoted || Speaks(words)) return Parsing.Greedy;
            // A name that the packs do not know, or know in another spelling, may act; and so may those who were named before ("The treaty was signed in May").
            if ((named.NearActor || words.Any(t => t.Upos == "PROPN")) && Acts(words, named with { Actor = true }, toldBefore: true)) return Parsing.Greedy;
            bool some = named.FarAny || Any(all, new TextSpan(span.End, span.End + Near), 0);
            return some && words.Any(t => NeedsTree(t, named)) && (named.NearActor || words.Any(MayHang)) ? Parsing.Greedy : Parsing.None;
        };
    }

    /// <summary>True when a quotation that began before the sentence may go on in it: the last mark near before it opens, or is the odd one of its paragraph.</summary>
    private static bool IsQuoted(string text, TextSpan span)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, span.Start - Far), Math.Min(span.Start, Far));
        int last = before.LastIndexOfAny(Marks);
        if (last < 0 || !text.AsSpan(span.End, Math.Min(Far, text.Length - span.End)).ContainsAny(Marks)) return false;
        if (before[last] is '”' or '»') return false;
        if (before[last] != '"') return true;
        return before[(before.LastIndexOf('\n') + 1)..].Count('"') % 2 == 1;
    }

    /// <summary>True for a word that something told without the network may hang on: a name, a role or a pronoun that others are told from later, a number, a verb of speaking, a quotation mark.</summary>
    private bool NeedsTree(Token t, Named named) => t.Upos switch
    {
        "PROPN" => true,
        "NOUN" => HasRole(t, _ => true) && named.NearActor,
        "VERB" => speakers.Contains(t.Lemma.ToLowerInvariant()),
        _ => IsQuote(t),
    };

    /// <summary>True for a word that such things are told by: a mark of quotation, a verb of speaking, a word of a tie, a modal of what may come, a document or a promise that binds its parties.</summary>
    private bool MayHang(Token t) => IsQuote(t) || (t.Xpos == "MD" && t.Lemma is "will" or "would" or "may" or "might" or "could" or "shall") || (t.Upos == "NOUN" && (IsWord(t, "@instrument") || IsWord(t, "@promise"))) || (t.Upos == "VERB" && speakers.Contains(t.Lemma.ToLowerInvariant())) || ties(t).Any();

    /// <summary>True when a number counts something: one that is no year and no day of a month.</summary>
    private static bool Counts(IReadOnlyList<Token> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            Token t = words[i];
            if (t.Upos != "NUM" && t.Form.AsSpan().IndexOfAnyInRange('0', '9') < 0) continue;
            bool dates = (i > 0 && words[i - 1].Upos == "PROPN") || (i + 1 < words.Count && words[i + 1].Upos == "PROPN");
            bool year = t.Form.Length == 4 && t.Form[0] is '1' or '2' && int.TryParse(t.Form, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n < 2200 && !(i + 1 < words.Count && words[i + 1].Upos is "NOUN" or "ADJ" or "SYM");
            if (!dates && !year) return true;
        }
        return false;
    }

    /// <summary>Which names stand in a sentence and shortly before it.</summary>
    /// <param name="Actor">An actor in it.</param>
    /// <param name="NearActor">An actor in it or near before.</param>
    /// <param name="NearAny">An actor or a place in it or near before.</param>
    /// <param name="FarAny">An actor or a place in it or before.</param>
    /// <param name="Body">A body of a state in it.</param>
    /// <param name="Actors">How many actors in it.</param>
    /// <param name="Quoted">Marks of quotation in it, or around it.</param>
    /// <param name="Person">Somebody of the packs or with a role in it or few sentences before: "he" may be somebody.</param>
    /// <param name="Span">Where it stands in the text.</param>
    /// <param name="Starts">Where the actors of the text stand.</param>
    /// <param name="Titled">Names that stood beside a role before.</param>
    private readonly record struct Named(bool Actor, bool NearActor, bool NearAny, bool FarAny, bool Body, int Actors, bool Quoted, bool Person, TextSpan Span, int[] Starts, IReadOnlySet<string> Titled);

    private bool IsWorth(ReadOnlySpan<char> text, IReadOnlyList<Token> words, Named named)
    {
        if (named.NearActor && words.Any(IsQuote) && ((named.Actor && !IsNaming(words)) || IsQuote(words[0]) || HasCue(words) || HasPhrase(words))) return true;
        if (named.NearAny && (named.Actor || (named.NearActor && Standing(words, named) > 0)) && Acts(words, named)) return true;
        if (named.Actor && named.Actors + Standing(words, named) > 1 && Ties(text, words, named)) return true;
        return named.NearActor && Speaks(words);
    }

    private static ILookup<string, string> Verbs(CueBook cues, Func<CueFrame, bool> of) =>
        cues.Groups.Where(g => g.Pos == "verb" && g.Frames.Any(of)).SelectMany(g => g.Lemmas).Select(l => l.Split(' ', 2)).Distinct().ToLookup(l => l[0], l => l.Length > 1 ? l[1] : "", StringComparer.Ordinal);

    /// <summary>True when all marks of quotation stand around titles and single terms, pieces without a verb.</summary>
    private static bool IsNaming(IReadOnlyList<Token> words)
    {
        bool open = false;
        foreach (Token t in words)
        {
            if (IsQuote(t)) open = !open;
            else if (open && t.Upos is "VERB" or "AUX") return false;
        }
        return !open;
    }

    /// <summary>True when some tie can be told: what its pattern asks for stands in the sentence.</summary>
    private bool Ties(ReadOnlySpan<char> text, IReadOnlyList<Token> words, Named named)
    {
        for (int i = 0; i < words.Count; i++)
        {
            // "United" of a name, tagged as a verb.
            if (i > 0 && words[i].Upos == "VERB" && char.IsUpper(words[i].Form[0])) continue;
            foreach (TieSense sense in ties(words[i]))
            {
                if (CanTell(text, words, sense, named)) return true;
            }
        }
        return false;
    }

    private bool CanTell(ReadOnlySpan<char> text, IReadOnlyList<Token> words, TieSense sense, Named named)
    {
        if (!CanFill(words, sense.Subject) || !CanFill(words, sense.Object)) return false;
        foreach ((string slot, Words asked) in sense.If)
        {
            bool can = slot switch
            {
                "near" or "sentence" => Holds(text, asked),
                "above" => asked.All.Any(w => Has(words, 0, words.Count, w)),
                "present" or "past" or "around" or "places" => true,
                _ => CanHold(words, 0, words.Count, slot, asked, named),
            };
            if (!can) return false;
        }
        return true;
    }

    private bool CanFill(IReadOnlyList<Token> words, IReadOnlyList<string> slots) => slots.Any(slot => !Prepositions.Contains(slot) || Has(words, 0, words.Count, slot));

    private static bool Holds(ReadOnlySpan<char> text, Words asked)
    {
        foreach (string word in asked.All)
        {
            if (text.Contains(word.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool Any(int[] names, TextSpan span, int before) => Count(names, span, before) > 0;

    private static int Count(int[] names, TextSpan span, int before)
    {
        int first = Array.BinarySearch(names, span.Start - before), end = Array.BinarySearch(names, span.End);
        return (end < 0 ? ~end : end) - (first < 0 ? ~first : first);
    }

    private bool Has(IReadOnlyList<Token> words, int from, int to, string word)
    {
        for (int i = from; i < to; i++)
        {
            if (IsWord(words[i], word)) return true;
        }
        return false;
    }

    private bool IsWord(Token t, string word) => codebook.Is(t.Lemma, word) || codebook.Is(t.Lemma.ToLowerInvariant(), word) || string.Equals(t.Form, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a word that may stand for an actor named before: a pronoun, a definite short form ("the country", "both sides"), one who governs, fights or leads.</summary>
    private bool Stands(IReadOnlyList<Token> words, int at, Named named)
    {
        Token t = words[at];
        if (t.Upos is "PRON" or "DET") return IsHeOrShe(t) ? named.Person : IsPronoun(t) || t.Form.Equals("both", StringComparison.OrdinalIgnoreCase);
        if (t.Upos is not ("NOUN" or "PROPN")) return false;
        return (codebook.ShortForms.ContainsKey(t.Lemma.ToLowerInvariant()) && (t.Upos == "PROPN" || IsDefinite(words, at))) || HasRole(t, EventCoder.IsPublic);
    }

    private static bool IsDefinite(IReadOnlyList<Token> words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - Definite); i--)
        {
            if (words[i].Upos == "NUM" || words[i].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "both") return true;
        }
        return false;
    }

    private int Standing(IReadOnlyList<Token> words, Named named)
    {
        int count = 0;
        for (int i = 0; i < words.Count; i++) count += Stands(words, i, named) ? 1 : 0;
        return count;
    }

    private static bool IsPronoun(Token t) => t.Form.ToLowerInvariant() is "it" or "they" or "its" or "their" or "them" or "itself" or "themselves";

    private static bool IsHeOrShe(Token t) => t.Upos is "PRON" or "DET" && t.Form.ToLowerInvariant() is "he" or "she" or "his" or "her" or "him" or "himself" or "herself";

    /// <summary>True when the sentence speaks of somebody with a role, or of somebody who had one before; keeps the names that stand beside a role.</summary>
    private bool Introduces(IReadOnlyList<Token> words, HashSet<string> titled)
    {
        bool any = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Upos == "PROPN" && titled.Contains(words[i].Form)) any = true;
            if (!IsPublic(words[i], persons: true)) continue;
            any = true;
            for (int k = Math.Max(0, i - Title); k < Math.Min(words.Count, i + Title + 1); k++)
            {
                if (words[k].Upos == "PROPN") titled.Add(words[k].Form);
            }
        }
        return any;
    }

    private bool HasRole(Token t, Func<Sector, bool> of) => t.Upos is "NOUN" or "PROPN" && codebook.Roles.TryGetValue(t.Lemma.ToLowerInvariant(), out IReadOnlyList<Role>? roles) && roles.Any(r => of(r.Sector));

    private static bool IsQuote(Token t) => t.Form is "\"" or "“" or "”" or "«" or "»" or "„" or "''" or "``";

    /// <summary>True when a word of the sentence introduces words of somebody.</summary>
    private bool HasCue(IReadOnlyList<Token> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            Token t = words[i];
            bool cue = t.Upos switch
            {
                "VERB" => Tells(words, i, tellers) && HasSpeaker(words, i),
                "ADJ" => cues.Of("adj", t.Lemma.ToLowerInvariant()).Count > 0,
                "NOUN" => cues.Of("noun", t.Lemma.ToLowerInvariant()).Count > 0 || cues.Of("possessed", t.Lemma.ToLowerInvariant()).Count > 0,
                _ => false,
            };
            if (cue) return true;
        }
        return false;
    }

    /// <summary>The fast tagger takes many a rare verb for a noun: "the expert clarified", "his doctor maintains".</summary>
    private bool MayTell(Token t)
    {
        if (t.Upos != "NOUN") return false;
        string form = t.Form.ToLowerInvariant();
        if (t.Xpos == "NNS") return speakers[t.Lemma.ToLowerInvariant()].Contains("");
        return form.EndsWith("ed", StringComparison.Ordinal) && (speakers[form[..^1]].Contains("") || speakers[form[..^2]].Contains("") || (form.EndsWith("ied", StringComparison.Ordinal) && speakers[form[..^3] + "y"].Contains("")));
    }

    /// <summary>True when the verb is one of those, with its particle behind it.</summary>
    private static bool Tells(IReadOnlyList<Token> words, int verb, ILookup<string, string> of)
    {
        foreach (string particle in of[words[verb].Lemma.ToLowerInvariant()])
        {
            if (particle.Length == 0) return true;
            for (int i = verb + 1; i <= Math.Min(words.Count - 1, verb + Particle); i++)
            {
                if (words[i].Form.Equals(particle, StringComparison.OrdinalIgnoreCase) || words[i].Lemma.Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    private bool HasPhrase(IReadOnlyList<Token> words) => words.Any(t => cues.PhrasesAt(t.Form).Any(p => p.Words.All(w => words.Any(x => x.Form.Equals(w, StringComparison.OrdinalIgnoreCase)))));

    /// <summary>True when a verb of speaking has somebody beside it who may speak and something that may be said: "I think" is nobody's statement, "claimed the prize" tells none.</summary>
    private bool Speaks(IReadOnlyList<Token> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!(words[i].Upos == "VERB" ? Tells(words, i, speakers) : MayTell(words[i])) || !HasContent(words, i) || IsOwnOrUnreal(words, i)) continue;
            if (HasSpeaker(words, i)) return true;
        }
        return false;
    }

    /// <summary>True when somebody who may speak stands before the verb, or behind it where the order is turned.</summary>
    private bool HasSpeaker(IReadOnlyList<Token> words, int verb)
    {
        int end = IsTurned(words, verb) ? verb + Beside : verb - 1;
        for (int k = Math.Max(0, verb - Beside); k <= Math.Min(words.Count - 1, end); k++)
        {
            if (words[k].Upos == "PROPN" || HasRole(words[k], _ => true) || (words[k].Upos is "PRON" && IsSubject(words[k]))) return true;
        }
        return false;
    }

    /// <summary>True where the speaker may stand behind the verb: "…, said the minister", "said by the minister", "told by".</summary>
    private static bool IsTurned(IReadOnlyList<Token> words, int verb) =>
        words[verb].Xpos == "VBN" || verb == 0 || words[verb - 1].Upos is "PUNCT" or "ADV" || IsQuote(words[verb - 1]);

    /// <summary>True for "I think", "you may say": right before the verb stands who writes or reads, or a modal that makes it no report.</summary>
    private static bool IsOwnOrUnreal(IReadOnlyList<Token> words, int verb)
    {
        int i = verb - 1;
        for (; i >= 0 && words[i].Upos is "AUX" or "ADV" or "PART"; i--)
        {
            if (words[i] is { Xpos: "MD" } modal && modal.Lemma is not "will" and not "would") return true;
            // "wants to say": the subject is that of another verb.
            if (words[i].Xpos == "TO") return false;
        }
        return i >= 0 && words[i].Upos == "PRON" && words[i].Form.ToLowerInvariant() is "i" or "you" or "we";
    }

    /// <summary>True when there is a clause beside the verb's own, or the verb can do without.</summary>
    private bool HasContent(IReadOnlyList<Token> words, int verb)
    {
        if (!clausal.Contains(words[verb].Lemma.ToLowerInvariant())) return true;
        for (int i = 0; i < words.Count; i++)
        {
            if (i == verb) continue;
            if (words[i].Upos == "VERB" || IsQuote(words[i])) return true;
            // A form of "be" or a modal that is not the verb's own auxiliary.
            if (words[i].Upos == "AUX" && (i > verb || !Leads(words, i, verb))) return true;
        }
        return false;
    }

    /// <summary>True when nothing but auxiliaries, adverbs and particles stands between an auxiliary and a verb.</summary>
    private static bool Leads(IReadOnlyList<Token> words, int auxiliary, int verb)
    {
        for (int i = auxiliary + 1; i < verb; i++)
        {
            if (words[i].Upos is not ("AUX" or "ADV" or "PART")) return false;
        }
        return true;
    }

    /// <summary>True for a pronoun that can be a subject and stands for somebody named before.</summary>
    private static bool IsSubject(Token t) => t.Form.ToLowerInvariant() is "he" or "she" or "it" or "they" or "who";
}
