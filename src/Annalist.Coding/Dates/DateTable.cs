using Annalist.Language;

namespace Annalist.Coding;

/// <summary>The dates of a passage by sentence, and which of them dates a predicate. Immutable.</summary>
public sealed class DateTable
{
    private static readonly IReadOnlyList<DateMention> None = [];
    private readonly IReadOnlyList<Sentence> sentences;
    private readonly Dictionary<int, List<DateMention>> bySentence;

    /// <summary>Indexes the dates of a passage.</summary>
    public DateTable(IReadOnlyList<Sentence> sentences, IEnumerable<DateMention> dates)
    {
        this.sentences = sentences;
        bySentence = dates.GroupBy(d => d.Sentence).ToDictionary(g => g.Key, g => g.OrderBy(d => d.First).ToList());
    }

    /// <summary>Dates of a sentence in text order, ages and durations among them.</summary>
    public IReadOnlyList<DateMention> In(int sentence) => bySentence.TryGetValue(sentence, out List<DateMention>? list) ? list : None;

    /// <summary>The date mention that covers the token; null when none does.</summary>
    public DateMention? Covering(int sentence, int token) => In(sentence).FirstOrDefault(d => d.First <= token && token < d.Last);

    /// <summary>
    /// The date that hangs on the predicate (a verb, or a noun that tells an act), or that it shares with the verb it is coordinated with, governed by or
    /// supported by; else the sentence's only date where no other verb stands between. Null when the sentence does not date it.
    /// </summary>
    /// <param name="sentence">Index of the sentence in the passage.</param>
    /// <param name="predicate">The predicate's token.</param>
    public DateMention? For(int sentence, int predicate)
    {
        List<DateMention> dates = [.. In(sentence).Where(d => d.Kind != DateKind.Duration)];
        if (dates.Count == 0) return null;
        Sentence tree = sentences[sentence];
        if (dates.Where(d => d.Dates >= 0 && (tree.IsUnder(predicate, d.Dates) || tree.IsUnder(d.Dates, predicate) && !IsVerb(tree, predicate))).MinBy(d => Math.Abs(d.First - predicate)) is { } offset) return offset;
        dates.RemoveAll(d => d.Dates >= 0);
        for (int w = predicate, steps = 0; w >= 0 && steps < 6; steps++)
        {
            if (Hanging(tree, dates, w) is { } own) return own;
            Token token = tree.Tokens[w];
            int head = token.Head;
            if (head < 0) break;
            if (IsVerb(tree, w) && Circumstance(tree, w) is { } circumstance)
            {
                if (circumstance.Date is not null) return circumstance.Date;
                w = circumstance.Verb;
                continue;
            }
            bool up = IsVerb(tree, w)
                ? token.Relation is "conj" && w > head && Shares(tree, dates, w, head) || token.Relation is "xcomp"
                : token.Relation is "obj" or "nsubj" or "conj" or "compound" || token.Relation is "obl" or "nmod" && IsSupport(tree, w);
            if (!up) break;
            w = head;
        }
        if (Fronted(tree, dates, predicate) is { } fronted) return fronted;
        // A date before a phrase of circumstance belongs to the verb: "will meet on Monday over the ban".
        bool apart = !IsVerb(tree, predicate) && tree.Tokens[predicate].Relation is "obl" or "nmod" && !IsSupport(tree, predicate) && dates[0].First < predicate;
        return dates.Count == 1 && !apart && Alone(tree, dates[0], predicate) && !Parted(tree, dates[0], predicate) && !Taken(tree, dates[0], predicate) ? dates[0] : null;
    }

    /// <summary>True when a verb before the date governs it and the predicate after it has another: "captured on Friday were freed", "left on Friday and courts may act".</summary>
    private static bool Taken(Sentence tree, DateMention date, int predicate)
    {
        int w = date.Head;
        for (int steps = 0; w >= 0 && steps < 8 && tree.Tokens[w].Upos != "VERB"; steps++) w = tree.Tokens[w].Head;
        if (w < 0 || w >= date.First || predicate < date.Last) return false;
        return tree.Tokens[w].Relation == "acl" || tree.Child(predicate, "nsubj") >= date.Last;
    }

    /// <summary>"in 2010 it refused": the date right before the verb's subject, whatever the tree hangs it on.</summary>
    private static DateMention? Fronted(Sentence tree, List<DateMention> dates, int predicate)
    {
        if (tree.Tokens[predicate].Upos != "VERB" || tree.Child(predicate, "nsubj") is not (var subject and >= 0) || subject > predicate) return null;
        int before = tree.Subtree(subject)[0] - 1;
        if (before >= 0 && tree.Tokens[before].Form == ",") before--;
        return dates.FirstOrDefault(d => d.Last - 1 == before);
    }

    /// <summary>A later clause with a subject of its own shares only a date that stands before the first.</summary>
    private static bool Shares(Sentence tree, List<DateMention> dates, int later, int first) =>
        tree.Child(later, "nsubj") < 0 || Hanging(tree, dates, first) is not { } date || date.First < first;

    /// <summary>
    /// "29 January, when the treaty lapses": that day. "a meeting at which a truce was agreed": the date of the verb that tells the meeting. Null for other clauses.
    /// </summary>
    private (DateMention? Date, int Verb)? Circumstance(Sentence tree, int verb)
    {
        if (tree.Tokens[verb].Deprel is not ("acl:relcl" or "advcl" or "advcl:relcl" or "acl")) return null;
        foreach (int c in tree.Children(verb))
        {
            Token t = tree.Tokens[c];
            bool when = t.Lemma is "when" or "where" && c < verb, which = t.Lemma == "which" && t.Relation is "obl" or "nmod" && tree.Child(c, "case") >= 0;
            if (!when && !which) continue;
            if (t.Lemma == "when" && In(tree.Index).FirstOrDefault(d => d.Kind != DateKind.Duration && (d.Last == c || d.Last == c - 1 && tree.Tokens[c - 1].Form == ",")) is { } day) return (day, -1);
            if (tree.Tokens[verb].Relation != "acl") continue;
            int w = tree.Tokens[verb].Head;
            for (int steps = 0; w >= 0 && steps < 8 && tree.Tokens[w].Upos != "VERB"; steps++) w = tree.Tokens[w].Head;
            return w >= 0 && tree.Tokens[w].Upos == "VERB" && w < verb ? (null, w) : null;
        }
        return null;
    }

    private static bool IsVerb(Sentence tree, int w) => tree.Tokens[w].Upos is "VERB" || tree.Child(w, "cop") >= 0;

    /// <summary>"after talks on Friday", "during a visit": the noun's own phrase of circumstance does not take the verb's date, but an object in disguise does.</summary>
    private static bool IsSupport(Sentence tree, int w) => tree.Child(w, "case") is int c and >= 0 && tree.Tokens[c].Lemma is "of" or "in" or "to" or "for" or "on";

    private static DateMention? Hanging(Sentence tree, List<DateMention> dates, int predicate)
    {
        DateMention? best = null;
        int least = int.MaxValue;
        foreach (DateMention date in dates)
        {
            int distance = Distance(tree, date.Head, predicate);
            if (distance < 0 || Parted(tree, date, predicate)) continue;
            int rank = distance * 1000 + Math.Abs(date.First - predicate);
            if (rank < least) (best, least) = (date, rank);
        }
        return best;
    }

    /// <summary>True when a colon or semicolon stands between a verb and a date after it, and the date has a verb of its own there.</summary>
    private static bool Parted(Sentence tree, DateMention date, int predicate)
    {
        bool mark = false, verb = false;
        for (int t = predicate + 1; t < tree.Tokens.Count; t++)
        {
            bool stop = tree.Tokens[t].Form is ":" or ";";
            if (stop && t > date.First) break;
            if (stop) (mark, verb) = (true, false);
            else verb |= tree.Tokens[t].Upos == "VERB";
        }
        return date.First > predicate && mark && verb;
    }

    /// <summary>Steps from the date up to the predicate that pass no other verb (a participle that modifies the predicate may be passed); −1 when there is no such way.</summary>
    private static int Distance(Sentence tree, int date, int predicate)
    {
        int w = date;
        for (int steps = 0; w >= 0 && steps <= 12; steps++)
        {
            if (w == predicate) return steps;
            Token token = tree.Tokens[w];
            bool participle = token.Relation is "acl" or "amod" && token.Deprel != "acl:relcl" && (token.Head == predicate || tree.Tokens[predicate].Upos != "VERB");
            if (w != date && token.Upos is "VERB" && !participle) return -1;
            if (token.Relation is "conj" or "parataxis" or "advcl" or "ccomp" && w != date) return -1;
            w = token.Head;
        }
        return -1;
    }

    private static bool Alone(Sentence tree, DateMention date, int predicate)
    {
        (int from, int to) = predicate < date.First ? (predicate + 1, date.First) : (date.Last, predicate);
        for (int t = from; t < to; t++)
        {
            if (tree.Tokens[t].Upos == "VERB") return false;
        }
        return true;
    }
}
