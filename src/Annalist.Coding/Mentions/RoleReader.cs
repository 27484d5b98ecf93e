using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>
/// Second pass: role nouns with their state and their person, read along the words of the noun phrase rather than off the
/// tree, because titles are where parsers err most ("Kazakh foreign minister Mukhtar Tleuberdi", "the president of the
/// Republic of X, N. N.", "N. N., a political scientist from Almaty").
/// </summary>
internal sealed class RoleReader(Codebook codebook)
{
    /// <summary>Adds role mentions to the names of a sentence; names that a role takes in (its person) are taken out.</summary>
    public void Read(Sentence sentence, List<Draft> drafts, string text)
    {
        int n = sentence.Tokens.Count;
        for (int i = n - 1; i >= 0; i--)
        {
            if (MatchRole(sentence, i, out int start) is not Role role) continue;
            // "in force", "by order": a bare word of a set phrase names nobody.
            if (start == i && codebook.Is(role.Lemma, "@set-phrase") && (i == 0 || sentence.Tokens[i - 1].Upos is "ADP" or "VERB") && sentence.Tokens[i].Xpos == "NN") continue;
            if (drafts.Any(d => d.First <= start && i < d.Last)) continue;   // inside a name ("State Committee") or a role already read
            var draft = new Draft { Sentence = sentence, First = start, Last = i + 1, Kind = MentionKind.Role, RoleNoun = role, Sector = role.Sector, Plural = sentence.Tokens[i].Xpos is "NNS" or "NNPS" || start < i && sentence.Tokens[start + 1].Lemma == "of" && sentence.Tokens[start].Xpos is "NNS" or "NNPS" };
            draft.IsPerson = role.Kind == "person" && !draft.Plural;
            bool definite = ReadLeft(sentence, drafts, draft);
            int end = ReadRight(sentence, drafts, draft, i + 1);
            ReadPerson(sentence, drafts, draft, end, text);
            FillSector(sentence, draft);
            ReadPersons(drafts, draft);
            draft.Role = RoleText(sentence, draft, i + 1, text);
            draft.Pending = draft.Codes.Count == 0 || (draft.IsPerson && draft.Name is null && definite);
            // A name in the role's phrase that is one of its own words is no mention beside it.
            drafts.RemoveAll(d => d.IsPerson && d.Kind == MentionKind.Person && d.First >= draft.First && d.Last <= draft.Last);
            drafts.Add(draft);
        }
    }

    private Role? MatchRole(Sentence sentence, int end, out int start)
    {
        start = end;
        Token t = sentence.Tokens[end];
        if (t.Upos is not ("NOUN" or "PROPN" or "ADJ")) return null;
        if (!codebook.Roles.TryGetValue(t.Lemma.ToLowerInvariant(), out IReadOnlyList<Role>? roles) && !codebook.Roles.TryGetValue(t.Form.ToLowerInvariant(), out roles)) return null;
        foreach (Role role in roles)
        {
            // "the country", "the bloc" point back: the coreference resolver has them.
            if (codebook.ShortForms.ContainsKey(role.Lemma)) continue;
            string[] words = role.Lemma.Split(' ');
            int at = end;
            int w = words.Length - 1;
            while (w >= 0 && at >= 0)
            {
                Token x = sentence.Tokens[at];
                if (x.Form is "-" or "–" && w < words.Length - 1) { at--; continue; }
                if (!string.Equals(x.Lemma, words[w], StringComparison.OrdinalIgnoreCase) && !string.Equals(x.Form, words[w], StringComparison.OrdinalIgnoreCase)) break;
                w--;
                at--;
            }
            if (w >= 0) continue;
            start = at + 1;
            if (words.Length == 1 && t.Upos == "ADJ") return null;
            return role;
        }
        return null;
    }

    /// <summary>Takes in what stands before the role inside its phrase; true when the phrase is definite.</summary>
    private static bool ReadLeft(Sentence sentence, List<Draft> drafts, Draft draft)
    {
        bool definite = false;
        int i = draft.First - 1;
        while (i >= 0)
        {
            Token t = sentence.Tokens[i];
            Draft? name = drafts.FirstOrDefault(d => d.First <= i && i < d.Last && !d.Pending);
            if (name is not null)
            {
                if (name.PlaceOnly && name.Codes.Count == 0) break;
                // Only the nearest owner counts, with those joined to it: "Kyrgyz and Tajik presidents".
                if (draft.Codes.Count == 0 || Joined(sentence, i, draft)) draft.Codes.InsertRange(0, name.Codes.Where(c => !draft.Codes.Contains(c)));
                i = name.First - 1;
                draft.First = name.First;
                continue;
            }
            if (t.Upos == "DET" || t.Deprel == "nmod:poss" && t.Upos == "PRON")
            {
                definite = t.Lemma is "the" or "this" or "that" or "these" or "those" || t.Upos == "PRON";
                draft.First = i;
                break;
            }
            if (t.Upos is "ADJ" or "NOUN" or "PROPN" or "NUM" || t.Form is "'s" or "’s" or "'" or "’" or "-" or "–" || (t.Upos == "ADV" && t.Relation == "advmod" && i > 0 && t.Head >= draft.First))
            {
                draft.First = i;
                i--;
                continue;
            }
            if (t.Upos == "CCONJ" && i > 0 && draft.Codes.Count > 0 && drafts.Any(d => d.First <= i - 1 && i - 1 < d.Last && d.Kind is MentionKind.Demonym or MentionKind.Name && sentence.Tokens[i + 1].Span.Start <= draft.Span.End))
            {
                i--;
                continue;
            }
            if (t.Form == "," && i > 0 && draft.Codes.Count > 1 && drafts.Any(d => d.Last == i && d.Kind == MentionKind.Demonym))
            {
                i--;
                continue;
            }
            break;
        }
        return definite;
    }

    /// <summary>"the head of the ministry", "the head of the XYZ of a state": a leading word without a sector has that of the body it leads.</summary>
    private void FillSector(Sentence sentence, Draft draft)
    {
        if (draft.RoleNoun!.Kind != "person" || draft.Plural) return;
        Role? body = BodyOf(sentence, draft);
        if (draft.Sector is not (null or Sector.Unk)) return;
        if (body is not null) draft.Sector = body.Sector;
        else if (draft.Codes.Count > 0 && draft.RoleNoun.Lemma is "head" or "deputy head" && draft.Name is not null) draft.Sector = Sector.Gov;
    }

    /// <summary>The body that stands in a role's phrase ("the <b>committee</b>'s deputy head"); the last one of several.</summary>
    private Role? BodyOf(Sentence sentence, Draft draft)
    {
        for (int i = draft.Last - 1; i >= draft.First; i--)
        {
            if (sentence.Tokens[i].Upos is not ("NOUN" or "PROPN") || !codebook.Roles.TryGetValue(sentence.Tokens[i].Lemma.ToLowerInvariant(), out IReadOnlyList<Role>? roles)) continue;
            if (roles.FirstOrDefault(r => r.Kind == "body" && !r.Lemma.Contains(' ', StringComparison.Ordinal)) is not Role body) continue;
            draft.Body = body.Lemma;
            return body;
        }
        return null;
    }

    private static bool Joined(Sentence sentence, int token, Draft draft)
    {
        for (int k = token + 1; k < Math.Min(token + 3, draft.Last); k++)
        {
            if (sentence.Tokens[k].Upos == "CCONJ" || sentence.Tokens[k].Form == ",") return true;
        }
        return false;
    }

    /// <summary>Takes in "of the Republic of X", "for Foreign Affairs of X"; returns where the phrase ends.</summary>
    private static int ReadRight(Sentence sentence, List<Draft> drafts, Draft draft, int end)
    {
        int i = end;
        while (i < sentence.Tokens.Count && sentence.Tokens[i].Lemma is "of" or "for" or "from" or "in" or "at" && sentence.Tokens[i].Upos == "ADP")
        {
            string prep = sentence.Tokens[i].Lemma;
            int j = i + 1;
            Draft? owner = null;
            while (j < sentence.Tokens.Count)
            {
                Token t = sentence.Tokens[j];
                Draft? name = drafts.FirstOrDefault(d => d.First == j && !d.Pending);
                if (name is not null)
                {
                    if (name.Kind == MentionKind.Person) break;
                    owner ??= name;
                    j = name.Last;
                    if (name.Kind != MentionKind.Demonym) break;
                    continue;
                }
                if (t.Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" || t.Form is "-" or "'s" or "’s" or "\"" or "“" or "”" || (t.Upos == "CCONJ" && j + 1 < sentence.Tokens.Count && prep == "of" && sentence.Tokens[j + 1].Upos is "NOUN" or "ADJ" && draft.RoleNoun!.Kind != "group" && !draft.Plural)) j++;
                else break;
            }
            if (owner is null && prep == "from" && j < sentence.Tokens.Count && sentence.Tokens[j].Lemma == "of")
            {
                i = j;   // "colleagues from other countries of X"
                continue;
            }
            if (prep is "in" or "from" or "at")
            {
                // "officials in Bishkek" belong to the place; an envoy or an embassy does not.
                if (owner is null || draft.Codes.Count > 0 || draft.RoleNoun!.Lemma is "ambassador" or "envoy" or "embassy" or "consul" or "consulate" or "representative" or "soldier" or "troop" or "force")
                {
                    // "the ambassador in Belgrade, N. N.,": the name stands behind the post's place.
                    return owner is not null && draft.RoleNoun!.Kind == "person" && j < sentence.Tokens.Count && (sentence.Tokens[j].Form == "," || IsNamePart(sentence.Tokens[j])) ? j : i;
                }
                draft.Codes.AddRange(owner.Codes);
                draft.Confidence *= 0.9;
                // "the analyst from Graz N. N.": the name stands behind where he is from.
                return draft.RoleNoun!.Kind == "person" && !draft.Plural && j + 1 < sentence.Tokens.Count && IsNamePart(sentence.Tokens[j]) && IsNamePart(sentence.Tokens[j + 1]) ? j : i;
            }
            if (owner is null && prep == "for")
            {
                // "the Committee for National Security of X": whose it is stands behind what it is for.
                if (j == i + 1 || j >= sentence.Tokens.Count || sentence.Tokens[j].Lemma != "of") return i;
                i = j;
                continue;
            }
            if (owner is not null && (draft.Codes.Count == 0 || owner.Kind == MentionKind.Name && draft.Codes.Count == 1 && owner.Codes.Count == 1 && owner.Codes[0] == draft.Codes[0]))
            {
                foreach (string c in owner.Codes.Where(c => !draft.Codes.Contains(c))) draft.Codes.Add(c);
            }
            if (j == i + 1) return i;
            // "of Kazakhstan, Kyrgyzstan and Uzbekistan": owners joined to the first.
            int k = j;
            while (owner is { Kind: MentionKind.Name } && k + 1 < sentence.Tokens.Count && (sentence.Tokens[k].Form == "," || sentence.Tokens[k].Upos == "CCONJ"))
            {
                int at = k + 1;
                while (at < sentence.Tokens.Count && (sentence.Tokens[at].Upos is "CCONJ" or "DET")) at++;
                Draft? next = drafts.FirstOrDefault(d => d.First == at && d.Kind == MentionKind.Name && !d.Pending);
                if (next is null || !draft.Plural) break;
                foreach (string c in next.Codes.Where(c => !draft.Codes.Contains(c))) draft.Codes.Add(c);
                k = next.Last;
                j = k;
            }
            draft.Last = Math.Max(draft.Last, j);
            i = j;
        }
        return Math.Max(draft.Last, i);
    }

    private void ReadPerson(Sentence sentence, List<Draft> drafts, Draft draft, int end, string text)
    {
        if (draft.RoleNoun!.Kind != "person" || draft.Plural) return;
        int i = end;
        if (i < sentence.Tokens.Count && IsQuote(sentence.Tokens[i]) && Enumerable.Range(draft.First, i - draft.First).Any(k => IsQuote(sentence.Tokens[k]))) i++;
        // A bracketed acronym between title and name: "of the Russian Federation (RF) Vladimir Putin".
        if (i + 2 < sentence.Tokens.Count && sentence.Tokens[i].Form == "(" && sentence.Tokens[i + 2].Form == ")") i += 3;
        bool comma = i < sentence.Tokens.Count && sentence.Tokens[i].Form is "," or "–" or "-" or "—";
        int start = SkipHonorifics(sentence, comma ? i + 1 : i);
        int roleLast = i;
        // "the spokesman, Lieutenant Colonel N. N.,": a rank before the name is no post of its own.
        if (drafts.FirstOrDefault(d => d.First == start && d.Kind == MentionKind.Role && d.Name is not null && d.IsPerson && IsRank(d)) is { } ranked && (!comma || Closes(sentence, draft, ranked.Last)))
        {
            drafts.Remove(ranked);
            draft.Last = ranked.Last;
            draft.RoleLast = roleLast;
            (draft.Name, draft.Person, draft.IsPerson) = (ranked.Name, ranked.Person, true);
            if (draft.Codes.Count == 0) draft.Codes.AddRange(ranked.Codes);
            return;
        }
        (int first, int last) = NameAt(sentence, drafts, start);
        if (last > first && (!comma || (last - first >= 2 || drafts.Any(d => d.First == first && d.IsPerson)) && Closes(sentence, draft, last)))
        {
            draft.Last = last;
            draft.RoleLast = roleLast;
            TakeName(sentence, drafts, draft, first, last, text);
            return;
        }
        // "N. N., the Kazakh foreign minister": the name before.
        int before = draft.First - 1;
        if (before > 0 && sentence.Tokens[before].Form is "," or "–" or "—" or "-" or "(")
        {
            int lastBefore = before;
            int from = before;
            while (from > 0 && IsNamePart(sentence.Tokens[from - 1]) && !drafts.Any(d => d.First <= from - 1 && from - 1 < d.Last && !d.IsPerson)) from--;
            bool known = drafts.Any(d => d.IsPerson && d.First >= from && d.Last == lastBefore && d.Kind == MentionKind.Person);
            if (lastBefore - from >= 2 || known)
            {
                draft.First = from;
                TakeName(sentence, drafts, draft, from, lastBefore, text);
            }
        }
    }

    /// <summary>
    /// True when a name after a comma ends as an apposition does, in punctuation or in a possessor's mark; a name that goes
    /// straight on to a verb is that verb's own subject ("Answering the ambassador, N. N. said"), unless the title opens the sentence.
    /// </summary>
    private static bool Closes(Sentence sentence, Draft draft, int last)
    {
        if (last >= sentence.Tokens.Count) return true;
        Token next = sentence.Tokens[last];
        if (next.Upos is "PUNCT" or "CCONJ" or "PART") return true;
        return draft.First == 0 || sentence.Tokens[draft.First - 1].Upos == "PUNCT" && Enumerable.Range(0, draft.First).All(k => sentence.Tokens[k].Upos is not ("VERB" or "AUX")) || IsQuote(sentence.Tokens[draft.First - 1]);
    }

    private bool IsRank(Draft d) => codebook.Is(Codebook.LastWord(d.RoleNoun!.Lemma), "@rank");

    private int SkipHonorifics(Sentence sentence, int at)
    {
        int i = at;
        while (i + 1 < sentence.Tokens.Count && (codebook.Is(sentence.Tokens[i].Form.TrimEnd('.').ToLowerInvariant(), "@honorific")
            || sentence.Tokens[i].Form is "His" or "Her" or "Their" && codebook.Is(sentence.Tokens[i + 1].Form.ToLowerInvariant(), "@honorific"))) i++;
        return i;
    }

    private static bool IsQuote(Token t) => t.Form is "\"" or "“" or "”" or "«" or "»" or "''" or "``";

    /// <summary>"Presidents N. N. and M. M.": the role has the states of those named after it.</summary>
    private static void ReadPersons(List<Draft> drafts, Draft draft)
    {
        if (!draft.Plural || draft.RoleNoun!.Kind != "person" || draft.Codes.Count > 0) return;
        int at = draft.Last;
        while (drafts.FirstOrDefault(d => d.IsPerson && d.First == at) is { } person)
        {
            foreach (string c in person.Codes.Where(c => !draft.Codes.Contains(c))) draft.Codes.Add(c);
            at = person.Last;
            Sentence s = draft.Sentence;
            if (at < s.Tokens.Count && s.Tokens[at].Form == ",") at++;
            if (at < s.Tokens.Count && s.Tokens[at].Upos == "CCONJ") at++;
        }
    }

    private static void TakeName(Sentence sentence, List<Draft> drafts, Draft draft, int first, int last, string text)
    {
        draft.Name = sentence.SpanOf(Enumerable.Range(first, last - first)).Cut(text);
        draft.IsPerson = true;
        // Of two names found in one, the one with the surname is meant.
        Draft? known = drafts.Where(d => d.Person is not null && d.First >= first && d.Last <= last).MaxBy(d => d.Last);
        if (known is null) return;
        var copy = new List<string>(draft.Codes);
        Sector? sector = draft.Sector;
        draft.Person = known.Person;
        draft.Notes.AddRange(known.Notes);
        // The text's own title decides for whom the person acts; the pack fills in what the text leaves out.
        if (copy.Count == 0) draft.Codes.AddRange(known.Codes);
        draft.Sector = sector is null or Sector.Unk || draft.RoleNoun!.Office is null && draft.RoleNoun.Lemma is "head" or "leader" or "chief" ? known.Sector : sector;
    }

    private static (int First, int Last) NameAt(Sentence sentence, List<Draft> drafts, int start)
    {
        int i = start;
        while (i < sentence.Tokens.Count && IsNamePart(sentence.Tokens[i]) && !drafts.Any(d => d.First <= i && i < d.Last && (!d.IsPerson || d.Kind == MentionKind.Role))) i++;
        return (start, i);
    }

    /// <summary>A part of a personal name: a capitalised word, an initial, or a hyphen inside.</summary>
    internal static bool IsNamePart(Token t) => (t.Upos == "PROPN" || t.Upos == "X" || (t.Upos is "NOUN" or "ADJ" && t.Form.Length > 2)) && char.IsUpper(t.Form[0]) || (t.Form is "-" or "–" && !t.SpaceAfter);

    private static string RoleText(Sentence sentence, Draft draft, int roleEnd, string text)
    {
        int first = draft.First;
        while (first < roleEnd && sentence.Tokens[first].Upos is "DET" or "PUNCT") first++;
        string? name = draft.Name;
        int last = Math.Max(draft.RoleLast ?? draft.Last, roleEnd);
        TextSpan span = sentence.SpanOf(Enumerable.Range(first, Math.Max(1, last - first)));
        string words = span.Cut(text);
        if (name is not null)
        {
            int at = words.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0) words = (words[..at] + words[(at + name.Length)..]).Trim().Trim(',', '-', '–', '—', '(', ' ');
        }
        return words;
    }
}
