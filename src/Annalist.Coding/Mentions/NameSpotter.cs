using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>First pass over a passage: every name that a pack knows, in any spelling, chosen by date and by what stands beside it.</summary>
internal sealed class NameSpotter(World world)
{
    /// <summary>All names as drafts, and all places, in text order.</summary>
    public (List<Draft> Names, List<PlaceMention> Places) Find(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<NameMatch> known, DateOnly? at)
    {
        var drafts = new List<Draft>();
        var places = new List<PlaceMention>();
        int s = 0;
        foreach (NameMatch match in known)
        {
            while (s < sentences.Count && sentences[s].Span.End <= match.Span.Start) s++;
            if (s == sentences.Count) break;
            if (!sentences[s].Span.Contains(match.Span)) continue;
            (int first, int last) = Cover(sentences[s], match.Span);
            if (first >= last) continue;
            AddMatch(drafts, places, text, sentences[s], first, last, match, at, garbled: false);
        }
        AddGarbled(drafts, places, text, sentences, at);
        return ([.. drafts.OrderBy(d => d.Sentence.Index).ThenBy(d => d.First)], places);
    }

    private void AddGarbled(List<Draft> drafts, List<PlaceMention> places, string text, IReadOnlyList<Sentence> sentences, DateOnly? at)
    {
        var taken = drafts.SelectMany(d => Enumerable.Range(d.First, d.Last - d.First).Select(t => (d.Sentence.Index, t))).ToHashSet();
        foreach (PlaceMention p in places) taken.UnionWith(Enumerable.Range(p.First, p.Last - p.First).Select(t => (p.Sentence, t)));
        foreach (Sentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Tokens.Count; i++)
            {
                Token t = sentence.Tokens[i];
                if (t.Form.Length < 3 || !char.IsUpper(t.Form[0]) || t.Upos is not ("PROPN" or "NOUN" or "X" or "ADJ" or "VERB" or "NUM" or "INTJ")) continue;
                bool free = !taken.Contains((sentence.Index, i));
                if ((Split(sentence, i) ?? (free ? Long(sentence, i, text) : null) ?? Reordered(sentence, i, text)) is { } whole)
                {
                    Free(drafts, places, sentence, whole.First, whole.Last);
                    AddMatch(drafts, places, text, sentence, whole.First, whole.Last, whole.Match, at, garbled: true);
                    taken.UnionWith(Enumerable.Range(whole.First, whole.Last - whole.First).Select(x => (sentence.Index, x)));
                    i = whole.Last - 1;
                    continue;
                }
                if (!free || t.Upos is "VERB" or "INTJ" || t.Form.Length < 5) continue;
                int last = i + 1;
                while (last < sentence.Tokens.Count && last - i < 4 && sentence.Tokens[last].Upos is "PROPN" or "X" && char.IsUpper(sentence.Tokens[last].Form[0]) && !taken.Contains((sentence.Index, last))) last++;
                for (int end = last; end > i; end--)
                {
                    TextSpan span = sentence.SpanOf(Enumerable.Range(i, end - i));
                    if (world.Names.FindGarbled(span.Cut(text)) is not NameMatch match) continue;
                    AddMatch(drafts, places, text, sentence, i, end, match, at, garbled: true);
                    i = end - 1;
                    break;
                }
            }
        }
    }

    /// <summary>What a longer garbled name covers stands for nobody by itself.</summary>
    private static void Free(List<Draft> drafts, List<PlaceMention> places, Sentence sentence, int first, int last)
    {
        drafts.RemoveAll(d => d.Sentence.Index == sentence.Index && d.First < last && d.Last > first);
        places.RemoveAll(p => p.Sentence == sentence.Index && p.First < last && p.Last > first);
    }

    private sealed record Whole(int First, int Last, NameMatch Match);

    /// <summary>A name that was torn in two ("Uzbeki stan").</summary>
    private Whole? Split(Sentence sentence, int i)
    {
        if (i + 1 >= sentence.Tokens.Count) return null;
        Token next = sentence.Tokens[i + 1];
        if (next.Form.Length < 3 || !char.IsLower(next.Form[0]) || next.Span.Start - sentence.Tokens[i].Span.End != 1 || world.Names.IsKnownWord(next.Form)) return null;
        string joined = sentence.Tokens[i].Form + next.Form;
        if (joined.Length < 8 || world.Names.MatchAt(joined, 0) is not { } match || match.Span.Length != joined.Length || match.Entry.Type is not (NameType.Name or NameType.Capital or NameType.Person)) return null;
        return new Whole(i, i + 2, match with { Similarity = 0.9 });
    }

    /// <summary>A name of several words around a word that nobody knows.</summary>
    private Whole? Long(Sentence sentence, int i, string text)
    {
        if (sentence.Tokens[i].Form.Length < 4 || world.Names.IsKnownWord(sentence.Tokens[i].Form)) return null;
        int from = i, to = i + 1;
        while (from > 0 && i - from < 7 && IsOfName(sentence.Tokens[from - 1])) from--;
        while (to < sentence.Tokens.Count && to - i < 7 && IsOfName(sentence.Tokens[to])) to++;
        for (int first = from; first <= i; first++)
        {
            if (!char.IsUpper(sentence.Tokens[first].Form[0])) continue;
            for (int last = to; last > Math.Max(i, first + 1); last--)
            {
                if (!char.IsUpper(sentence.Tokens[last - 1].Form[0])) continue;
                if (world.Names.FindGarbledLong(new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[last - 1].Span.End).Cut(text)) is { } match) return new Whole(first, last, match);
            }
        }
        return null;
    }

    /// <summary>A name of three and more telling words in another order ("Shanghai Organization of Cooperation"), as literal translations have it.</summary>
    private Whole? Reordered(Sentence sentence, int i, string text)
    {
        if (i > 0 && char.IsUpper(sentence.Tokens[i - 1].Form[0]) && i > 1) return null;
        int to = i + 1, capitals = 1;
        while (to < sentence.Tokens.Count && to - i < 9 && IsOfName(sentence.Tokens[to])) capitals += char.IsUpper(sentence.Tokens[to++].Form[0]) ? 1 : 0;
        while (to > i && !char.IsUpper(sentence.Tokens[to - 1].Form[0])) to--;
        return capitals < 3 || world.Names.FindGarbledLong(new TextSpan(sentence.Tokens[i].Span.Start, sentence.Tokens[to - 1].Span.End).Cut(text)) is not { } match ? null : new Whole(i, to, match);
    }

    private static bool IsOfName(Token t) => char.IsUpper(t.Form[0]) || t.Form is "of" or "the" or "for" or "and" or "on" or "in" or "-";

    private void AddMatch(List<Draft> drafts, List<PlaceMention> places, string text, Sentence sentence, int first, int last, NameMatch match, DateOnly? at, bool garbled)
    {
        IReadOnlyList<NameEntry> entries = match.Entries;
        if (at is DateOnly day && entries.Count > 1 && entries.Any(e => e.Period.Covers(day))) entries = [.. entries.Where(e => e.Period.Covers(day))];
        // Without a date, a name means who bears it now, not a state that has ended.
        if (at is null && entries.Count > 1 && entries.Any(Stands)) entries = [.. entries.Where(Stands)];
        NameEntry entry = entries.OrderBy(e => Rank(e, at)).ThenBy(e => e.Code, StringComparer.Ordinal).First();
        // A seat of power is a town too: "Brussels" is where a union's organs sit and where people meet.
        NameEntry? town = entry.Place is not null || entry.Type == NameType.Capital ? entry : entry.Type == NameType.Seat ? match.Entries.FirstOrDefault(e => e.Place is not null || e.Type == NameType.Capital) : null;
        if (town is not null)
        {
            TextSpan span = sentence.SpanOf(Enumerable.Range(first, last - first));
            places.Add(new PlaceMention(sentence.Index, first, last, span, span.Cut(text), town.Code));
        }
        var draft = new Draft
        {
            Sentence = sentence,
            First = first,
            Last = last,
            Kind = entry.Type switch { NameType.Demonym => MentionKind.Demonym, NameType.Capital or NameType.Seat => MentionKind.Seat, NameType.Body => MentionKind.Body, NameType.Person => MentionKind.Person, _ => MentionKind.Name },
            Sector = entry.Sector,
            PlaceOnly = entry.Place is not null,
            Plural = sentence.Tokens[last - 1].Xpos is "NNS" or "NNPS",
        };
        if (entry.Code is string code) draft.Codes.Add(code);
        if (entry.Type == NameType.Body) draft.Name = match.Span.Cut(text);
        if (entry.Person is { } person)
        {
            FillPerson(draft, person, text, at, garbled);
            int rivals = entries.Count(e => e.Person is not null && e.Person.Id != person.Id && Rank(e, at) == Rank(entry, at));
            if (rivals > 0) Doubt(draft, NoteIds.ActorAmbiguous, 0.6);
        }
        else if (entries.Any(e => e.Code != entry.Code && Rank(e, at) == Rank(entry, at)))
        {
            Doubt(draft, NoteIds.ActorAmbiguous, 0.6);
        }
        if (garbled) Doubt(draft, NoteIds.ActorGarbled, 0.8);
        drafts.Add(draft);
    }

    /// <summary>Makes the draft a person of the pack: name, state and sector at the date.</summary>
    private void FillPerson(Draft draft, Person known, string text, DateOnly? at, bool garbled)
    {
        Office? office = (at is null ? null : world.OfficesOf(known.Id, at)?.FirstOrDefault()) ?? world.OfficesOf(known.Id).OrderBy(o => o.Sector == Sector.Gov ? 0 : 1).FirstOrDefault();
        draft.Person = known.Id;
        draft.IsPerson = true;
        draft.Kind = MentionKind.Person;
        draft.Codes.Clear();
        draft.Codes.Add(office?.Code ?? known.Code);
        // Out of office on the day, a person is what the pack says, not what the last office was.
        bool serves = at is null || office?.Period.Covers(at.Value) == true;
        draft.Sector = (serves ? office?.Sector : null) ?? known.Sector ?? office?.Sector ?? Sector.Gov;
        // A garble is shown beside the name that it was read as.
        draft.Name = garbled ? known.Name : draft.Span.Cut(text);
    }

    private bool Stands(NameEntry e) => e.Person is not null || e.Place is not null || (e.Period.To is null && (e.Code is null || world.Actor(e.Code)?.Ended is null));

    private static void Doubt(Draft draft, string note, double factor)
    {
        if (!draft.Notes.Contains(note)) draft.Notes.Add(note);
        draft.Confidence *= factor;
    }

    /// <summary>Lower is better: a full name before a surname, an actor before a place, a holder of office at the date before one of another time.</summary>
    private int Rank(NameEntry e, DateOnly? at) => e.Type switch
    {
        NameType.Name => 0,
        NameType.Acronym => 1,
        NameType.Body => 2,
        NameType.Seat => 2,
        NameType.Capital => 3,
        NameType.Demonym => 3,
        NameType.Person when !e.Surname => 1,
        NameType.Person => 5 + (at is DateOnly day && e.Person is { } p && world.OfficesOf(p.Id, day).Count > 0 ? 0 : 1),
        _ => 4,
    };

    private static (int First, int Last) Cover(Sentence sentence, TextSpan span)
    {
        int first = -1, last = -1;
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            TextSpan t = sentence.Tokens[i].Span;
            if (!t.Overlaps(span)) continue;
            if (first < 0) first = i;
            last = i + 1;
        }
        return (first, last);
    }
}
