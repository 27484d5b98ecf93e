using System.Globalization;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// Third pass: pronouns, short forms ("the minister", "the country", "both sides") and bare role nouns ("police") take
/// their actor from what was named before. A form that finds none stays unresolved, with a note.
/// </summary>
internal sealed partial class CoreferenceResolver(World world, Codebook codebook, string? home = null)
{
    private const int PersonWindow = 6;   // sentences back in which a pronoun looks for its person
    private const int StateWindow = 5;
    private const int NameWindow = 30;   // "the Union" after "the Customs Union": its own name tells, so it may stand far back

    private readonly List<Draft> history = [];

    /// <summary>Resolves what is pending in a sentence and adds pronouns and short forms to its drafts.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="drafts">Its names and roles.</param>
    /// <param name="register">Persons of the report.</param>
    /// <param name="places">Places of the sentence.</param>
    public void Resolve(Sentence sentence, List<Draft> drafts, PersonRegister register, IReadOnlyList<PlaceMention> places)
    {
        AddAnaphors(sentence, drafts);
        drafts.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        foreach (Draft d in drafts)
        {
            if (d.Pending) ResolveOne(d, drafts, places);
            else if (d.IsPerson && d.RoleNoun is not null && d.Name is null && d.Codes.Count == 1) NameLeader(d, register);
            history.Add(d);
        }
        if (history.Count > 400) history.RemoveRange(0, 200);
    }

    private void AddAnaphors(Sentence sentence, List<Draft> drafts)
    {
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            Token t = sentence.Tokens[i];
            if (drafts.Any(d => d.First <= i && i < d.Last && (d.Kind != MentionKind.Role || t.Upos != "PRON" || i > d.First))) continue;
            if (t.Upos == "PRON" || (t.Upos is "DET" or "CCONJ" && t.Form.Equals("both", StringComparison.OrdinalIgnoreCase) && t.Relation is "nsubj" or "obj" or "iobj" or "obl" or "nmod"))
            {
                string form = t.Form.ToLowerInvariant();
                bool person = form is "he" or "she" or "his" or "him" or "her" or "himself" or "herself";
                bool thing = form is "it" or "its" or "itself" && t.Relation != "expl" && !IsEmptyIt(sentence, i);
                bool many = form is "they" or "their" or "them" or "both" && t.Relation != "det";
                if (person || thing || many) drafts.Add(new Draft { Sentence = sentence, First = i, Last = i + 1, Kind = MentionKind.Pronoun, IsPerson = person, Plural = many, Pending = true, Confidence = 0.75 });
                continue;
            }
            if (t.Upos == "NUM" && t.Relation != "nummod" && i > 0 && sentence.Tokens[i - 1].Lemma is "all" or "the" or "these" or "those" && (i + 1 == sentence.Tokens.Count || sentence.Tokens[i + 1].Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM" or "SYM")))
            {
                int n = t.Lemma == "two" ? 2 : Number(t.Lemma);
                if (n >= 2 && !t.Form.Any(char.IsDigit)) drafts.Add(new Draft { Sentence = sentence, First = i - 1, Last = i + 1, Kind = MentionKind.ShortForm, Role = n == 2 ? "pair" : "number:" + n, Plural = true, Pending = true, Confidence = 0.65 });
                continue;
            }
            if (t.Upos is not ("NOUN" or "PROPN") || !codebook.ShortForms.TryGetValue(t.Lemma.ToLowerInvariant(), out string? kind)) continue;
            int first = i;
            bool definite = false, pair = false, bare = true;
            int number = 0;
            for (int k = i - 1; k >= 0 && i - k <= 4; k--)
            {
                Token m = sentence.Tokens[k];
                // "the two Andean neighbours", "the two ex-Soviet republics": what both are says nothing of who they are.
                if (IsOfBoth(sentence, k, i, drafts))
                {
                    first = k;
                    continue;
                }
                if (m.Upos is "DET" or "PRON" or "NUM" or "ADJ" && !drafts.Any(d => d.First <= k && k < d.Last && d.Kind is not MentionKind.Pronoun))
                {
                    if (m.Lemma is "the" or "this" or "that" or "these" or "those") definite = true;
                    if (m.Lemma is "two" or "both") (definite, pair) = (true, true);
                    else if (m.Upos == "NUM") number = Number(m.Lemma);
                    if (m.Upos == "ADJ" && m.Lemma is not ("same" or "neighbouring" or "neighboring" or "whole" or "entire" or "post-Soviet" or "landlocked")) bare = false;
                    if (m.Lemma is "other" or "several" or "many" or "all" or "some" or "no" or "any" or "each" or "third" or "another") bare = false;
                    first = k;
                    continue;
                }
                break;
            }
            bool ofGroup = sentence.Children(i).Any(c => sentence.Tokens[c].Relation == "nmod" && codebook.ShortForms.ContainsKey(sentence.Tokens[c].Lemma));
            if (number > 2 && (definite || ofGroup) && bare)
            {
                drafts.Add(new Draft { Sentence = sentence, First = first, Last = i + 1, Kind = MentionKind.ShortForm, Role = "number:" + number, Plural = true, Pending = true, Confidence = 0.7 });
                continue;
            }
            if (!definite || !bare || drafts.Any(d => d.Last == first)) continue;
            // "the country of X", "the region's people" name their own owner or are a place only.
            if (sentence.Children(i).Any(c => sentence.Tokens[c].Relation == "nmod" && sentence.Tokens[c].Deprel != "nmod:poss" && sentence.Children(c).Any(k => sentence.Tokens[k].Lemma == "of"))) continue;
            bool plural = t.Xpos is "NNS" or "NNPS";
            if (kind == "pair" && !pair && !(plural && t.Lemma is "side")) continue;
            drafts.Add(new Draft { Sentence = sentence, First = first, Last = i + 1, Kind = MentionKind.ShortForm, Role = kind, Plural = plural || pair, Pending = true, Confidence = 0.7 });
        }
    }

    /// <summary>True for a word between "the two" or "both" and their noun that names no owner: a plain adjective, or the adjective of a group or region.</summary>
    private bool IsOfBoth(Sentence s, int word, int noun, List<Draft> drafts)
    {
        Token t = s.Tokens[word];
        if (t.Upos is not ("ADJ" or "PROPN") || t.Relation is not ("amod" or "compound") || t.Head != noun) return false;
        bool two = Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(k => s.Tokens[k].Lemma == "both" || (s.Tokens[k].Lemma == "two" && k > 0 && s.Tokens[k - 1].Lemma is "the" or "these" or "those"));
        return two && drafts.Where(d => d.First <= word && word < d.Last).All(d => d.Codes.Count == 1 && world.Actor(d.Codes[0])?.Kind is ActorKind.Group or ActorKind.Bloc);
    }

    private bool IsEmptyIt(Sentence s, int it)
    {
        int head = s.Tokens[it].Head;
        if (head < 0 || s.Tokens[it].Relation != "nsubj") return false;
        // "it is a disgrace": what was done is meant, not who.
        if (s.Tokens[head].Upos == "NOUN" && s.Child(head, "cop") >= 0 && codebook.Is(s.Tokens[head].Lemma, "@bad")) return true;
        return s.Children(head).Any(c => s.Tokens[c].Relation is "csubj" or "ccomp" && c > head) && s.Tokens[head].Upos is "ADJ" or "NOUN"
            || s.Tokens[head].Upos == "ADJ" && s.Children(head).Any(c => s.Tokens[c].Relation is "xcomp" or "advcl" or "csubj");
    }

    private void ResolveOne(Draft d, List<Draft> drafts, IReadOnlyList<PlaceMention> places)
    {
        switch (d.Kind)
        {
            case MentionKind.Pronoun when d.IsPerson:
                Take(d, LastPerson(d, null));
                return;
            case MentionKind.Pronoun when d.Plural:
                TakePlural(d);
                return;
            case MentionKind.Pronoun:
                Take(d, LastActor(d, a => !a.IsPerson && !a.PlaceOnly && !a.IsWhere && !(a.Plural && a.Kind is MentionKind.ShortForm or MentionKind.Pronoun or MentionKind.Role)));
                return;
            case MentionKind.ShortForm:
                ResolveShortForm(d);
                return;
            case MentionKind.Role:
                ResolveRole(d, drafts, places);
                return;
        }
    }

    /// <summary>Codes of the subject beside which a thing or body stands as the object: "the secretary-general of X asked <b>the organisation</b>" is not X asking X.</summary>
    private static HashSet<string> Beside(Draft d, IEnumerable<Draft> drafts) => [.. drafts.Where(a => a != d && IsSubjectOf(a, d)).SelectMany(a => a.Codes)];

    /// <summary>True when one is the subject of the verb whose object the other is, shared with a verb joined before it or not.</summary>
    private static bool IsSubjectOf(Draft a, Draft d)
    {
        Token t = d.Sentence.Tokens[d.Head];
        if (a.Sentence != d.Sentence || t.Relation is not ("obj" or "iobj" or "obl")) return false;
        for (int verb = t.Head; verb >= 0;)
        {
            if (Enumerable.Range(a.First, a.Last - a.First).Any(i => a.Sentence.Tokens[i].Relation == "nsubj" && a.Sentence.Tokens[i].Head == verb)) return true;
            if (d.Sentence.Tokens[verb].Relation != "conj" || d.Sentence.Child(verb, "nsubj") >= 0) return false;
            verb = d.Sentence.Tokens[verb].Head;
        }
        return false;
    }

    private void ResolveShortForm(Draft d)
    {
        HashSet<string> beside = Beside(d, history);
        if (d.Plural)
        {
            if (d.Role!.StartsWith("number:", StringComparison.Ordinal)) TakeNumber(d, int.Parse(d.Role["number:".Length..], CultureInfo.InvariantCulture));
            else if (d.Role is "state" or "pair") TakePair(d);
            d.Role = null;
            return;
        }
        Func<Draft, bool> fits = d.Role switch
        {
            "state" => a => a.Codes.Count == 1 && IsState(a.Codes[0]),
            "organisation" => a => a.Codes.Count == 1 && world.Actor(a.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc && !a.IsPerson,
            "group" => a => a.Codes.Count == 1 && world.Actor(a.Codes[0])?.Kind is ActorKind.Group,
            _ => _ => false,
        };
        // What is done to "the organisation" is not done by it.
        Token own = d.Sentence.Tokens[d.Head];
        HashSet<string> doer = own.Relation is "obj" or "iobj" ? history.Where(a => a.Sentence == d.Sentence && a.IsSubject && a.Sentence.Tokens[a.Head].Head == own.Head).SelectMany(a => a.Codes).ToHashSet(StringComparer.Ordinal) : [];
        if (doer.Count > 0)
        {
            Func<Draft, bool> any = fits;
            fits = a => any(a) && !a.Codes.Exists(doer.Contains);
        }
        Draft? named = d.Role == "organisation" ? history.LastOrDefault(a => d.Sentence.Index - a.Sentence.Index <= NameWindow && a.Kind is MentionKind.Name && fits(a) && Bears(a.Codes[0], d.Sentence.Tokens[d.Last - 1].Lemma)) : null;
        Take(d, named ?? LastActor(d, a => fits(a) && a.Kind != MentionKind.Pronoun && !beside.Contains(a.Codes[0])));
        d.Role = null;
    }

    /// <summary>True when the word is part of one of the actor's names: "Union" of "Customs Union".</summary>
    private bool Bears(string code, string word) => world.NamesOf(code).Select(n => n.Name).Append(world.Actor(code)?.Name ?? "").Any(n => n.Contains(' ', StringComparison.Ordinal) && n.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase));

    private void ResolveRole(Draft d, List<Draft> drafts, IReadOnlyList<PlaceMention> places)
    {
        Sentence sentence = d.Sentence;
        Role role = d.RoleNoun!;
        if (d.Codes.Count == 0 && OwnerOf(d, drafts, places) is { } possessor)
        {
            Borrow(d, possessor, 0.8);
            if (possessor.Kind == MentionKind.Pronoun) return;
        }
        if (d.IsPerson && d.Name is null)
        {
            string head = Codebook.LastWord(role.Lemma);
            Draft? person = LastPerson(d, a => a.RoleNoun is not null && (a.RoleNoun.Lemma == role.Lemma || Codebook.LastWord(a.RoleNoun.Lemma) == head || (role.Office is not null && a.RoleNoun.Office == role.Office)) && Agrees(a, d))
                ?? (role.Office is string office ? LastPerson(d, a => a.Person is not null && Agrees(a, d) && world.OfficesOf(a.Person, null).Any(o => o.Title == office)) : null)
                ?? (role.Scope != "state" ? LastPerson(d, a => a.Sector == d.Sector && Agrees(a, d)) : null);
            if (person is not null && (d.Codes.Count == 0 || Agrees(person, d)))
            {
                d.Name = person.Name;
                d.Person = person.Person;
                if (d.Codes.Count == 0) d.Codes.AddRange(person.Codes);
                d.Confidence *= 0.9;
                d.Pending = false;
                if (d.Codes.Count > 0) return;
            }
        }
        if (d.Codes.Count > 0) return;
        // "the same five leaders", "the presidents": those named as several before.
        if (d.Plural && d.Sentence.Tokens[d.First].Lemma is "the" or "these" or "those" or "both"
            && history.LastOrDefault(a => a.Plural && a.RoleNoun is not null && a.Codes.Count > 0 && a.Sector == d.Sector && (a.RoleNoun.Lemma == role.Lemma || (a.IsPerson == d.IsPerson && a.RoleNoun.Kind == role.Kind)) && d.Sentence.Index - a.Sentence.Index <= PersonWindow) is { } several)
        {
            Borrow(d, several, 0.8);
            return;
        }
        // "the chiefs of the two services", "both presidents": one of each of the two spoken of.
        if (d.Plural && IsTwo(d))
        {
            Sector? sector = d.Sector;
            TakePair(d);
            if (sector is not (null or Sector.Unk)) d.Sector = sector;
            if (d.Codes.Count > 0) return;
        }
        if (role.Scope == "org")
        {
            Draft? owner = LastActor(d, a => a.Codes.Count == 1 && world.Actor(a.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format);
            if (owner is not null && d.Sentence.Index - owner.Sentence.Index <= 2) { Borrow(d, owner, 0.6); return; }
        }
        // "the committee's deputy head": of the committee that was named before, and its state.
        if ((d.Body ?? (role.Kind == "body" ? role.Lemma : null)) is string body && LastBody(d, body) is Draft named)
        {
            Borrow(d, named, 0.75);
            return;
        }
        // A bare role belongs to the state of the place in its sentence, else to the state spoken of before.
        PlaceMention? place = places.FirstOrDefault(p => p.Code is not null && p.First > 0 && sentence.Tokens[p.First - 1].Lemma is "in" or "at" or "near" or "outside");
        if (role.Scope == "state" || role.Kind != "person")
        {
            if (place is not null)
            {
                d.Codes.Add(place.Code!);
                d.Confidence *= 0.7;
                return;
            }
            bool isObject = d.Sentence.Tokens[d.Head].Relation is "obj" or "iobj" or "obl";
            if (home is not null && IsDomestic(d) && !history.Exists(a => a.Sentence == d.Sentence && a.Codes.Count == 1 && !a.IsWhere && !a.PlaceOnly && IsState(a.Codes[0])))
            {
                d.Codes.Add(home);
                d.Confidence *= 0.6;
                d.Pending = false;
                return;
            }
            // Soldiers shell and seize what is not their own state's; rebels and villagers may well be of it.
            HashSet<string> attackers = role.Kind == "person" || role.Sector is not (Sector.Gov or Sector.Mil or Sector.Leg or Sector.Jud or Sector.Cop) ? [] : [.. history.Where(a => a.Sector is Sector.Mil or Sector.Reb or Sector.Uaf or Sector.Prm && IsSubjectOf(a, d)).SelectMany(a => a.Codes)];
            Draft? state = LastActor(d, a => a.Codes.Count == 1 && !a.IsWhere && IsState(a.Codes[0]) && !attackers.Contains(a.Codes[0]) && !(isObject && role.Kind == "person" && a.Sentence == d.Sentence && a.IsSubject && role.Sector == Sector.Gov));
            if (state is not null && (role.Kind != "person" || !d.Plural || d.Sentence.Index - state.Sentence.Index <= 2)) { Borrow(d, state, 0.55); return; }
        }
        Unresolved(d);
    }

    /// <summary>Police, courts, crowds and residents of a report without a word on whose they are: those of where it was written.</summary>
    private static bool IsDomestic(Draft d) => d.Sector is Sector.Cop or Sector.Jud or Sector.Cvl or Sector.Med or Sector.Edu or Sector.Crm or Sector.Pre;

    /// <summary>What owns a role by a word that points back: "<b>its</b> spokesman", "the chiefs of <b>the two</b> services", "presidents of <b>both countries</b>"; null when nothing does.</summary>
    private Draft? OwnerOf(Draft d, List<Draft> drafts, IReadOnlyList<PlaceMention> places)
    {
        if (codebook.Is(Codebook.LastWord(d.RoleNoun!.Lemma), "@relational")) return null;
        Sentence s = d.Sentence;
        foreach (Draft x in drafts)
        {
            if (x == d || x.Kind is not (MentionKind.ShortForm or MentionKind.Pronoun)) continue;
            int head = x.Head;
            bool mine = x.Kind == MentionKind.Pronoun && x.First == d.First && s.Tokens[head].Deprel == "nmod:poss";
            bool of = x.Kind == MentionKind.ShortForm && s.Tokens[head].Relation == "nmod" && (x.First > d.First && x.First <= d.Last + 5) && s.IsUnder(head, d.Head)
                && (s.Tokens[head].Deprel == "nmod:poss" || s.Children(head).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma == "of"));
            if (!mine && !of) continue;
            if (x.Pending) ResolveOne(x, drafts, places);
            if (x.Codes.Count > 0) return x;
        }
        return null;
    }

    private Draft? LastBody(Draft d, string body) => history.LastOrDefault(a => a.Codes.Count == 1 && !a.PlaceOnly && a.Confidence > 0.6 && d.Sentence.Index - a.Sentence.Index <= 12
        && a.Kind is MentionKind.Role or MentionKind.Body or MentionKind.Name && (a.Name is null || !a.IsPerson)
        && Enumerable.Range(a.First, a.Last - a.First).Any(i => string.Equals(a.Sentence.Tokens[i].Lemma, body, StringComparison.OrdinalIgnoreCase)));

    private void NameLeader(Draft d, PersonRegister register)
    {
        // "the Russian leader" after "Vladimir Putin": the same person, when the report names only one such.
        if (d.RoleNoun!.Office is null && d.RoleNoun.Lemma is not ("leader" or "head of state" or "counterpart" or "diplomat")) return;
        var fits = register.Persons.Where(p => p.Codes.Count == 1 && p.Codes[0] == d.Codes[0] && p.Sector == d.Sector && p.Name is not null
            && (d.RoleNoun.Office is null ? p.RoleNoun?.Office is null or "president" or "prime minister" : p.RoleNoun?.Office == d.RoleNoun.Office || (p.Person is not null && world.OfficesOf(p.Person, null).Any(o => o.Title == d.RoleNoun.Office)))).ToList();
        if (fits.Count != 1) return;
        d.Name = fits[0].Name;
        d.Person = fits[0].Person;
    }

    private static bool Agrees(Draft a, Draft d) => d.Codes.Count == 0 || a.Codes.Count == 0 || a.Codes.Any(d.Codes.Contains);

    private static void Take(Draft d, Draft? antecedent)
    {
        if (antecedent is null || antecedent.Codes.Count == 0 && antecedent.Name is null)
        {
            Unresolved(d);
            return;
        }
        d.Pending = false;
        d.Antecedent = antecedent;
        d.Codes.AddRange(antecedent.Codes);
        d.Sector = antecedent.Sector;
        d.Name = antecedent.IsPerson || antecedent.Kind == MentionKind.Body ? antecedent.Name : null;
        d.Role ??= antecedent.Role;
        d.RoleNoun = antecedent.RoleNoun;
        d.Person = antecedent.Person;
        d.IsPerson = antecedent.IsPerson;
        d.Confidence = Math.Min(d.Confidence, d.Confidence * antecedent.Confidence + 0.05);
    }

    private static void Borrow(Draft d, Draft owner, double factor)
    {
        d.Pending = false;
        d.Codes.AddRange(owner.Codes);
        d.Confidence *= factor;
    }

    private static void Unresolved(Draft d)
    {
        if (!d.Notes.Contains(NoteIds.ActorUnresolved)) d.Notes.Add(NoteIds.ActorUnresolved);
        d.Confidence *= 0.5;
    }

    private Draft? LastPerson(Draft d, Func<Draft, bool>? also)
    {
        // Other words for the one who stands beside the pronoun are barred with him: "A, a critic of his, told him".
        var barred = history.Where(a => a.IsPerson && SameClause(a, d)).ToList();
        var open = history.Where(a => a.IsPerson && !a.Plural && a.Codes.Count + (a.Name is null ? 0 : 1) > 0 && d.Sentence.Index - a.Sentence.Index <= (also is null ? PersonWindow : 40) && !barred.Exists(b => b == a || (b.Name is not null && b.Name == a.Name) || IsBeside(a, b)) && (also is null || also(a))).ToList();
        if (open.Count == 0) return null;
        if (also is not null) return open[^1];
        int latest = open[^1].Sentence.Index;
        var near = open.Where(a => a.Sentence.Index == latest).ToList();
        return near.LastOrDefault(a => a.IsSubject && a.Sentence != d.Sentence) ?? near.FirstOrDefault(a => a.IsSubject) ?? near[^1];
    }

    /// <summary>A pronoun does not take the person who stands in the same clause beside it as the other party ("Tokayev told him").</summary>
    private static bool SameClause(Draft a, Draft d)
    {
        if (a.Sentence != d.Sentence || d.Kind != MentionKind.Pronoun) return false;
        Token pronoun = d.Sentence.Tokens[d.First];
        if (pronoun.Deprel == "nmod:poss") return false;
        if (a.Sentence.Tokens[a.Head].Head == pronoun.Head) return true;
        // "Y, an old critic of X, told him": what stands beside the subject is the subject.
        int beside = a.Head;
        while (beside >= 0 && a.Sentence.Tokens[beside].Relation is "appos" or "conj" or "flat" && a.Sentence.Tokens[beside].Upos != "VERB") beside = a.Sentence.Tokens[beside].Head;
        if (beside >= 0 && beside != a.Head && a.Sentence.Tokens[beside].Relation == "nsubj" && a.Sentence.Tokens[beside].Head == pronoun.Head) return true;
        if (pronoun.Relation is not ("obj" or "iobj" or "obl") || !a.IsSubject) return false;
        // The verb shares its subject with the verb it is joined to: "A met B and offered him …".
        int verb = pronoun.Head;
        while (verb >= 0 && d.Sentence.Tokens[verb].Relation is "conj" or "xcomp" && d.Sentence.Child(verb, "nsubj") < 0)
        {
            verb = d.Sentence.Tokens[verb].Head;
            if (a.Sentence.Tokens[a.Head].Head == verb) return true;
        }
        return false;
    }

    /// <summary>True when a phrase stands in apposition to another: "A, <b>his critic</b>,".</summary>
    private static bool IsBeside(Draft a, Draft b)
    {
        if (a.Sentence != b.Sentence) return false;
        for (int w = a.Head, steps = 0; w >= 0 && steps < 4 && a.Sentence.Tokens[w].Relation is "appos" or "conj"; w = a.Sentence.Tokens[w].Head, steps++)
        {
            if (a.Sentence.Tokens[w].Head == b.Head && a.Sentence.Tokens[w].Relation == "appos") return true;
        }
        return false;
    }

    private Draft? LastActor(Draft d, Func<Draft, bool> fits)
    {
        var open = history.Where(a => a.Codes.Count > 0 && !a.PlaceOnly && d.Sentence.Index - a.Sentence.Index <= StateWindow && fits(a)).ToList();
        if (open.Count == 0) return null;
        int latest = open[^1].Sentence.Index;
        var near = open.Where(a => a.Sentence.Index == latest).ToList();
        if (latest == d.Sentence.Index) return near.LastOrDefault(a => a.IsSubject) ?? near[^1];
        return near.FirstOrDefault(a => a.IsSubject) ?? near[0];
    }

    private bool IsState(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory;
}
