using Annalist.Language;
using Annalist.Model;
using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Finds the words of time in a passage and reckons them to days (codebook 3 and 9). Immutable.</summary>
/// <param name="words">The words of time.</param>
public sealed class DateFinder(DateWords words)
{
    private readonly DateGrammar grammar = new(words);
    private readonly TenseReader tenses = new(words);

    /// <summary>The dates of the passage, in text order.</summary>
    public IReadOnlyList<DateMention> Find(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var found = new List<DateMention>();
        DateRange? told = null;
        int? year = null;
        foreach (Sentence sentence in passage.Sentences)
        {
            List<DateAtom> atoms = DateAtom.Of(sentence);
            for (int i = 0; i < atoms.Count;)
            {
                if (grammar.At(atoms, i) is not { } match)
                {
                    i++;
                    continue;
                }
                DateMention mention = Make(passage, sentence, atoms, i, match, told, year);
                found.Add(mention);
                if (mention.Range is { } range && mention.Dates < 0 && mention.Kind is DateKind.Point or DateKind.Period) told = range;
                if (mention.Range is { } certain && mention.Basis == DateBasis.Stated) year = certain.From.Year;
                i = Math.Max(match.Next, i + 1);
            }
        }
        return found;
    }

    private DateMention Make(Passage passage, Sentence sentence, List<DateAtom> atoms, int start, DateGrammar.Match match, DateRange? told, int? year)
    {
        int first = atoms[start].Token, last = atoms[match.Next - 1].Token + 1;
        int head = Head(sentence, first, last);
        var context = new DateContext(passage.Report.ReferenceDate, told, year, tenses.Around(sentence, head));
        DateRange? range = Safe(match.Value, context);
        DateKind kind = match.Value switch
        {
            Duration => DateKind.Duration,
            Between or Window => DateKind.Period,
            _ => DateKind.Point,
        };
        if (kind == DateKind.Point)
        {
            kind = Bound(atoms, start);
            range = Bounded(range, kind, passage.Report.ReferenceDate);
        }
        TextSpan span = sentence.Tokens[first].Span.Union(sentence.Tokens[last - 1].Span);
        return new DateMention
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
            Notes = range is not null || kind == DateKind.Duration ? [] : [match.Value is Impossible ? NoteIds.DateImpossible : NoteIds.DateUnresolved],
        };
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

    private static DateKind Bound(List<DateAtom> atoms, int start)
    {
        int i = start - 1;
        if (DateGrammar.Text(atoms, i) == "the") i--;
        string before = DateGrammar.Text(atoms, i);
        return before switch
        {
            "since" => DateKind.Since,
            "until" or "till" => DateKind.Until,
            "by" => DateKind.Deadline,
            "than" when DateGrammar.Text(atoms, i - 1) is "later" => DateKind.Deadline,
            "before" => DateKind.Deadline,
            "from" when DateGrammar.Text(atoms, i - 1) is "starting" or "beginning" or "effective" => DateKind.Since,
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
