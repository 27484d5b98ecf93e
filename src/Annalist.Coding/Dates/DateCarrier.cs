using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>
/// The date of an act whose own clause has none (codebook 3: dates are resolved against the report's date and earlier sentences). A told story keeps
/// its day while it goes on in the simple past about the same parties; what is declared in reported speech happens when it is said; a report written
/// while things happen, and "has just", mean the report's own day. All else stays undated.
/// </summary>
internal sealed class DateCarrier
{
    /// <summary>Sentences back that a story is followed.</summary>
    private const int Reach = 4;

    /// <summary>Days that a carried date may span at most: a month.</summary>
    private const int Longest = 31;

    private readonly Passage passage;
    private readonly DateTable dates;
    private readonly DateWords words;
    private readonly bool live;

    /// <summary>Reads from the report's title whether it is written while things happen.</summary>
    public DateCarrier(Passage passage, DateTable dates, DateWords words)
    {
        (this.passage, this.dates, this.words) = (passage, dates, words);
        string title = passage.Report.Title ?? "";
        live = passage.Part == TextPart.Text && (title.Split(' ', ':', ',').Contains("LIVE") && title.Any(char.IsLower) || words.Live.Any(w => title.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Days that an act takes from elsewhere.</summary>
    /// <param name="Days">The days.</param>
    /// <param name="Basis">How they were found.</param>
    /// <param name="Text">The words of time; null when there are none.</param>
    public readonly record struct Carried(DateRange Days, DateBasis Basis, string? Text);

    /// <summary>The date that the act of a predicate takes over; null when none.</summary>
    /// <param name="s">Its sentence, in which nothing dates it.</param>
    /// <param name="predicate">Its token.</param>
    /// <param name="status">How far the act has come.</param>
    public Carried? For(Sentence s, int predicate, EventStatus status)
    {
        if (status is not (EventStatus.Occurred or EventStatus.Denied or EventStatus.Ongoing)) return null;
        int verb = Clause(s, predicate);
        if (verb < 0) return null;
        if (status == EventStatus.Occurred && Declared(s, verb) is { } said) return said;
        if (InQuotes(s, predicate) || !IsMainLine(s, verb)) return null;
        (Form form, bool just) = Read(s, verb);
        bool free = !dates.In(s.Index).Any(d => d.Range is not null);
        if (free && passage.Report.ReferenceDate is { } day && (just && form is Form.Perfect or Form.Progressive || live && (form is Form.Perfect or Form.Progressive or Form.Past || form == Form.Present && status != EventStatus.Ongoing)))
        {
            return live && form == Form.Past && Earlier(s, verb, predicate) is { } own ? own : new Carried(DateRange.Day(day), DateBasis.Reference, null);
        }
        return form == Form.Past && status != EventStatus.Ongoing ? Earlier(s, verb, predicate) : null;
    }

    /// <summary>False where the verb's tense gainsays the date: what stands in the present did not happen last year, what will happen is not past.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="predicate">The predicate's token.</param>
    /// <param name="date">The date that the tree gives it.</param>
    public bool Agrees(Sentence s, int predicate, DateMention date)
    {
        if (date is not { Range: { } days, Kind: DateKind.Point } || passage.Report.ReferenceDate is not { } day || days.To >= day.AddDays(-Longest)) return true;
        int verb = Clause(s, predicate);
        if (verb != predicate || s.Tokens[verb].Upos != "VERB") return true;
        bool will = s.Children(verb).Any(c => s.Tokens[c] is { Relation: "aux", Lemma: "will", Xpos: "MD" } t && !t.Form.Equals("would", StringComparison.OrdinalIgnoreCase));
        return Read(s, verb).Form is not (Form.Present or Form.Progressive) && !will || s.Tokens[verb].Xpos == "VBN";
    }

    /// <summary>The date of the story: of an earlier clause of the sentence, or of the sentences before in the same paragraph.</summary>
    private Carried? Earlier(Sentence s, int verb, int predicate)
    {
        if (MainLine(s).Where(v => v < verb && Read(s, v).Form == Form.Past).Select(v => Dated(s, v)).LastOrDefault(d => d is not null) is { } here) return Of(here);
        bool goesOn = s.Children(verb).Any(c => words.GoesOn.Contains(s.Tokens[c].Lemma));
        HashSet<string> parties = Parties(s, predicate);
        for (int i = s.Index - 1, n = 0; i >= 0 && n < Reach; i--, n++)
        {
            Sentence before = passage.Sentences[i];
            if (passage.Text.AsSpan(before.Span.End, s.Span.Start - before.Span.End).Contains("\n\n", StringComparison.Ordinal) || before.Root < 0) return null;
            List<int> line = MainLine(before);
            if (line.Count == 0 || !line.Any(v => Read(before, v).Form == Form.Past)) return null;
            goesOn |= passage.Mentions.In(i).SelectMany(m => m.Codes).Any(parties.Contains);
            // The first clause sets the scene; "and left the next day" ends in another.
            if (line.Where(v => Read(before, v).Form == Form.Past).Select(v => Dated(before, v)).FirstOrDefault(d => d is not null) is not { } date) continue;
            return goesOn ? Of(date) : null;
        }
        return null;
    }

    private static Carried Of(DateMention date) => new(date.Range!.Value, DateBasis.Resolved, date.Text);

    private DateMention? Dated(Sentence s, int verb) =>
        dates.For(s.Index, verb) is { Range: { } days } date && days.Days <= Longest && date.Kind is DateKind.Point or DateKind.Period ? date : null;

    /// <summary>Codes of the parties named in the clause of the predicate, else in the sentence.</summary>
    private HashSet<string> Parties(Sentence s, int predicate)
    {
        int verb = Clause(s, predicate);
        HashSet<string> near = [.. passage.Mentions.In(s.Index).Where(m => verb >= 0 && s.IsUnder(m.Head, verb)).SelectMany(m => m.Codes)];
        return near.Count > 0 ? near : [.. passage.Mentions.In(s.Index).SelectMany(m => m.Codes)];
    }

    /// <summary>"On Monday the minister said: we will not pay": what is declared in the present or future is done by saying it.</summary>
    private Carried? Declared(Sentence s, int verb)
    {
        Token t = s.Tokens[verb];
        int head = t.Head;
        if (head < 0 || t.Relation is not ("ccomp" or "parataxis") || s.Tokens[head].Upos != "VERB") return null;
        if (Read(s, verb).Form is not (Form.Future or Form.Present) || Read(s, head).Form is not (Form.Past or Form.Perfect)) return null;
        return Dated(s, head) is { } date ? Of(date) : null;
    }

    /// <summary>The verb of the clause that a predicate belongs to; −1 for a noun inside a phrase that tells something else.</summary>
    private static int Clause(Sentence s, int predicate)
    {
        int w = predicate;
        for (int steps = 0; w >= 0 && steps < 8; steps++)
        {
            Token t = s.Tokens[w];
            if (t.Upos is "VERB" && t.Relation is not "xcomp" and not "amod") return w;
            if (s.Child(w, "cop", "nsubj") >= 0 && t.Relation is "root" or "conj" or "parataxis" or "ccomp") return w;
            if (t.Relation is not ("obj" or "nsubj" or "compound" or "conj" or "xcomp" or "iobj")) return -1;
            w = t.Head;
        }
        return -1;
    }

    /// <summary>The verbs that carry a sentence's story, in text order.</summary>
    private List<int> MainLine(Sentence s) => [.. Enumerable.Range(0, s.Tokens.Count).Where(w => s.Tokens[w].Upos == "VERB" && IsMainLine(s, w))];

    /// <summary>True for the root, what is coordinated with it, and what a speech verb after it reports.</summary>
    private bool IsMainLine(Sentence s, int verb)
    {
        for (int w = verb, steps = 0; steps < 8; steps++)
        {
            Token t = s.Tokens[w];
            if (t.Head < 0) return true;
            bool up = t.Relation is "conj" or "parataxis" || t.Relation == "ccomp" && (w < t.Head || s.Tokens[t.Head].Head < 0 && words.Reminding.Contains(s.Tokens[t.Head].Lemma) && (s.Child(t.Head, "nsubj") is var it && (it < 0 || s.Tokens[it].Lemma == "it")));
            if (!up) return false;
            w = t.Head;
        }
        return false;
    }

    /// <summary>True between marks of quotation that the sentence opens.</summary>
    private static bool InQuotes(Sentence s, int word)
    {
        bool inside = false;
        for (int t = 0; t < word; t++)
        {
            string form = s.Tokens[t].Form;
            if (form is "“" or "«") inside = true;
            else if (form is "”" or "»") inside = false;
            else if (form is "\"" or "``" or "''") inside = !inside;
        }
        return inside;
    }

    private enum Form
    {
        Other,
        Past,
        Perfect,
        Present,
        Progressive,
        Future,
    }

    private (Form Form, bool Just) Read(Sentence s, int verb)
    {
        bool have = false, had = false, modal = false, is_ = false, was = false, did = false, just = false;
        foreach (int c in s.Children(verb))
        {
            Token k = s.Tokens[c];
            just |= k.Relation == "advmod" && words.ThisDay.Contains(k.Lemma);
            if (k.Relation is not ("aux" or "cop")) continue;
            string form = k.Form.ToLowerInvariant();
            modal |= k.Xpos == "MD";
            have |= k.Lemma == "have" && k.Xpos is "VBZ" or "VBP";
            had |= k.Lemma == "have" && (k.Xpos == "VBD" || form == "had");
            is_ |= k.Lemma == "be" && k.Xpos is "VBZ" or "VBP";
            was |= k.Lemma == "be" && k.Xpos == "VBD";
            did |= k.Lemma == "do" && k.Xpos == "VBD";
        }
        string tag = s.Tokens[verb].Xpos;
        Form read = modal ? Form.Future
            : had ? Form.Other
            : have ? Form.Perfect
            : was || did ? tag == "VBG" ? Form.Other : Form.Past
            : is_ ? tag == "VBG" ? Form.Progressive : Form.Present
            : tag == "VBD" ? Form.Past
            : tag is "VBZ" or "VBP" ? Form.Present
            : tag == "VBN" && s.Tokens[verb].Head < 0 ? Form.Past : Form.Other;
        return (read, just);
    }
}
