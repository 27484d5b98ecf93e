using Annalist.Language;
using Annalist.Model;
using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Finds the words of time in a passage and reckons them to days (codebook 3 and 9). Immutable.</summary>
/// <param name="words">The words of time.</param>
public sealed class DateFinder(DateWords words)
{
    /// <summary>Most words before the first word of time or number of a phrase of time ("the last one and a half | years").</summary>
    private const int Lead = 10;

    private readonly DateGrammar grammar = new(words);
    private readonly TenseReader tenses = new(words);

    /// <summary>The dates of the passage, in text order.</summary>
    public IReadOnlyList<DateMention> Find(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var found = new List<DateMention>();
        var acts = new DatedActs();
        DateRange? told = null;
        int? year = null;
        foreach (Sentence sentence in passage.Sentences)
        {
            int begins = found.Count;
            List<DateAtom> atoms = DateAtom.Of(sentence);
            int time = -1;
            for (int i = 0; i < atoms.Count;)
            {
                // A phrase of time begins few words before its first word of time.
                while (time < i && time < atoms.Count) time = NextOfTime(atoms, Math.Max(time + 1, i));
                if (time == atoms.Count) break;
                i = Math.Max(i, time - Lead);
                if (grammar.At(atoms, i) is not { } match)
                {
                    i++;
                    continue;
                }
                // An offset is reckoned back from a date of the same sentence only.
                DateRange? from = match.Value is Offset && (found.Count == begins || found[^1].Range is null) ? null : told;
                DateMention mention = Make(passage, sentence, atoms, i, match, from, year, acts);
                found.Add(mention);
                if (mention.Range is { } range && mention.Dates < 0 && match.Value is not Window and not Rest and not Lasting && mention.Kind is DateKind.Point or DateKind.Period) told = range;
                if (mention.Range is { } certain && mention.Basis == DateBasis.Stated) year = certain.From.Year;
                i = Math.Max(match.Next, i + 1);
            }
            Join(sentence, found, begins);
            for (int k = begins; k < found.Count; k++) acts.Add(sentence, found[k]);
        }
        return found;
    }

    /// <summary>The first word of time or number from a place on; the end when there is none.</summary>
    private int NextOfTime(List<DateAtom> atoms, int from)
    {
        while (from < atoms.Count && atoms[from].Text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !words.IsOfTime(atoms[from].Text)) from++;
        return from;
    }

    /// <summary>"a month after Monday's talks": the date inside the phrase dates the talks, and the clause is so much later.</summary>
    private static void Join(Sentence sentence, List<DateMention> found, int begins)
    {
        for (int k = begins; k + 1 < found.Count; k++)
        {
            (DateMention offset, DateMention next) = (found[k], found[k + 1]);
            if (offset.Offset is not { } o || offset.Dates < 0 || next.Range is not { } range || next.Kind != DateKind.Point || next.First - offset.Last > 5) continue;
            bool inside = true;
            for (int t = offset.Last; t < next.First; t++) inside &= sentence.Tokens[t].Upos is not ("PUNCT" or "VERB" or "AUX");
            if (inside) found[k] = offset with { Range = DateResolver.FromAct(range, o), Head = Governor(sentence, offset), Dates = -1, Notes = [] };
        }
    }

    /// <summary>The word that the whole phrase "two days after the vote" hangs on.</summary>
    private static int Governor(Sentence sentence, DateMention offset)
    {
        int w = offset.Dates, head = w < 0 ? -1 : sentence.Tokens[w].Head;
        // Where the tree hangs the event on the words of time, those hang on the verb.
        if (head >= offset.First && head < offset.Last) head = sentence.Tokens[offset.Head].Head;
        return head >= 0 ? head : offset.Head;
    }

    private DateMention Make(Passage passage, Sentence sentence, List<DateAtom> atoms, int start, DateGrammar.Match match, DateRange? told, int? year, DatedActs acts)
    {
        int first = atoms[start].Token, last = atoms[match.Next - 1].Token + 1;
        int head = Head(sentence, first, last);
        var context = new DateContext(passage.Report.ReferenceDate, told, year, tenses.Around(sentence, head), TenseReader.IsPerfect(sentence, head));
        DateRange? range = Safe(match.Value, context);
        DateKind kind = match.Value switch
        {
            Duration => DateKind.Duration,
            Ahead { Count: > 0 } or Lasting when range is null || Compares(atoms, start) => DateKind.Duration,
            Between or Window or Lasting => DateKind.Period,
            _ => DateKind.Point,
        };
        if (kind == DateKind.Duration) range = null;
        if (kind == DateKind.Point)
        {
            kind = Bound(atoms, start);
            if (kind == DateKind.Since && Compares(atoms, start)) (kind, range) = (DateKind.Duration, null);
            range = Bounded(range, kind, passage.Report.ReferenceDate);
        }
        TextSpan span = sentence.Tokens[first].Span.Union(sentence.Tokens[last - 1].Span);
        var mention = new DateMention
        {
            Sentence = sentence.Index,
            First = first,
            Last = last,
            Head = head,
            Span = span,
            Text = span.Cut(passage.Text),
            Range = range,
            Basis = DateResolver.IsStated(match.Value) ? DateBasis.Stated : DateBasis.Resolved,
            Kind = kind,
            Dates = match.Value is Offset ? Dated(sentence, last) : -1,
            Offset = match.Value as Offset,
            Notes = range is not null || kind == DateKind.Duration ? [] : [match.Value is Impossible ? NoteIds.DateImpossible : NoteIds.DateUnresolved],
        };
        // "a month after the summit": the text has dated the summit before.
        if (mention is { Offset: { } offset, Dates: >= 0 } && acts.Of(sentence.Tokens[mention.Dates]) is { } act)
        {
            mention = mention with { Range = DateResolver.FromAct(act, offset), Head = Governor(sentence, mention), Dates = -1, Notes = [] };
        }
        return mention;
    }

    /// <summary>"the first visit since 2014", "the worst fighting in two years": a rank, not a date.</summary>
    private bool Compares(List<DateAtom> atoms, int start)
    {
        for (int i = start - 2; i >= Math.Max(0, start - 7); i--)
        {
            if (atoms[i].Text is "," or ";" or ":") return false;
            if (words.Comparison.Contains(atoms[i].Text)) return true;
        }
        return false;
    }

    private static DateRange? Safe(DateExpression value, DateContext context)
    {
        try
        {
            return DateResolver.Resolve(value, context);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the calendar's first or last year.
            return null;
        }
    }

    private DateKind Bound(List<DateAtom> atoms, int start)
    {
        int i = start - 1;
        if (DateGrammar.Text(atoms, i) == "the") i--;
        while (words.Approximate.Contains(DateGrammar.Text(atoms, i))) i--;
        string before = DateGrammar.Text(atoms, i), earlier = DateGrammar.Text(atoms, i - 1);
        return before switch
        {
            "since" => DateKind.Since,
            "until" or "till" => DateKind.Until,
            "through" when earlier != "from" => DateKind.Until,
            "to" when earlier == "up" => DateKind.Until,
            "by" => DateKind.Deadline,
            "than" when earlier is "later" => DateKind.Deadline,
            "before" when !words.Units.ContainsKey(earlier) => DateKind.Deadline,
            "from" or "in" or "on" when words.Starting.Contains(earlier) => DateKind.Since,
            _ when words.Starting.Contains(before) => DateKind.Since,
            _ => DateKind.Point,
        };
    }

    /// <summary>"since" reaches to the reference day, "until" and "by" from it.</summary>
    private static DateRange? Bounded(DateRange? range, DateKind kind, DateOnly? reference) => (range, reference, kind) switch
    {
        ({ } r, { } now, DateKind.Since) => now > r.From ? new DateRange(r.From, now) : r,
        ({ } r, { } now, DateKind.Until or DateKind.Deadline) => now < r.From ? new DateRange(now, r.To) : r,
        _ => range,
    };

    private static int Head(Sentence sentence, int first, int last)
    {
        for (int t = first; t < last; t++)
        {
            int head = sentence.Tokens[t].Head;
            if ((head < first || head >= last) && sentence.Tokens[t].Upos != "PUNCT") return t;
        }
        return first;
    }

    /// <summary>What stands after "two days after": the head of the phrase or clause.</summary>
    private static int Dated(Sentence sentence, int after)
    {
        for (int t = after; t < sentence.Tokens.Count; t++)
        {
            int head = sentence.Tokens[t].Head;
            if (sentence.Tokens[t].Upos is "PUNCT" or "ADP" or "SCONJ") continue;
            int w = t;
            for (int steps = 0; head >= after && steps < sentence.Tokens.Count; steps++)
            {
                w = head;
                head = sentence.Tokens[w].Head;
            }
            return w;
        }
        return -1;
    }
}
