using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Who holds which office, from titles with names: of a state or organisation by its code, of a private body by its name (codebook 5).</summary>
internal sealed class OfficeReader(Codebook codebook, Passage passage)
{
    /// <summary>An office and its holder.</summary>
    /// <param name="Person">The holder's name.</param>
    /// <param name="Of">Code of the state or organisation, or the name of the body.</param>
    /// <param name="Office">The office in the text's words, without its state before it.</param>
    /// <param name="Cue">Token that tells it.</param>
    /// <param name="Confidence">Of the holder's resolution.</param>
    internal readonly record struct Held(string Person, string Of, string Office, int Cue, double Confidence);

    /// <summary>Offices that a sentence names with their holders, in text order.</summary>
    public IEnumerable<Held> Read(Sentence s)
    {
        foreach (ActorMention m in passage.Mentions.In(s.Index).Where(m => m.Kind == MentionKind.Role && m.Role is not null))
        {
            if (!m.IsPerson)
            {
                foreach (Held h in Several(s, m)) yield return h;
                continue;
            }
            if (m.Name is null || !m.Text.Contains(PersonRegister.LastName(m.Name), StringComparison.Ordinal)) continue;
            string office = OfficeText(s, m);
            if (!IsOffice(office)) continue;
            if (IsPublic(m.Sector))
            {
                if (m.Codes.Count > 0) yield return new(m.Name, m.Codes[0], office, m.Head, m.Confidence);
            }
            else if (IsPost(office) && BodyName(s, m) is string body)
            {
                yield return new(m.Name, body, office, m.Head, m.Confidence * 0.9);
            }
        }
    }

    /// <summary>"Presidents N. N. and M. M.", "the foreign ministers of X and Y, N. N. and M. M.,": one office for each of those named.</summary>
    private IEnumerable<Held> Several(Sentence s, ActorMention m)
    {
        int noun = m.Last - 1;
        while (noun > m.First && s.Tokens[noun].Xpos is not ("NNS" or "NNPS")) noun--;
        if (s.Tokens[noun].Xpos is not ("NNS" or "NNPS") || !codebook.Roles.TryGetValue(s.Tokens[noun].Lemma.ToLowerInvariant(), out IReadOnlyList<Role>? roles) || roles[^1].Kind != "person" || !IsPublic(m.Sector)) yield break;
        int at = m.Last;
        if (at < s.Tokens.Count && s.Tokens[at].Form == ",") at++;
        var persons = new List<ActorMention>();
        while (passage.Mentions.In(s.Index).FirstOrDefault(x => x.First == at && x.IsPerson && x.Name is not null && x.Kind == MentionKind.Person) is ActorMention person)
        {
            persons.Add(person);
            at = person.Last;
            while (at < s.Tokens.Count && (s.Tokens[at].Form == "," || s.Tokens[at].Upos == "CCONJ")) at++;
        }
        if (persons.Count < 2) yield break;
        string office = Singular(s, m, noun);
        if (!IsOffice(office)) yield break;
        for (int i = 0; i < persons.Count; i++)
        {
            string? of = persons[i].Codes.Count > 0 ? persons[i].Codes[0] : m.Codes.Count == 1 ? m.Codes[0] : m.Codes.Count == persons.Count ? m.Codes[i] : null;
            if (of is not null) yield return new(persons[i].Name!, of, office, persons[i].Head, persons[i].Confidence * 0.9);
        }
    }

    private static string Singular(Sentence s, ActorMention m, int noun)
    {
        int first = noun;
        while (first > m.First && s.Tokens[first - 1].Relation is "amod" or "compound" && !char.IsUpper(s.Tokens[first - 1].Form[0])) first--;
        return string.Join(' ', Enumerable.Range(first, noun - first + 1).Select(i => i == noun ? s.Tokens[i].Lemma.ToLowerInvariant() : s.Tokens[i].Form));
    }

    private bool IsOffice(string office)
    {
        string lower = office.ToLowerInvariant();
        string title = lower.Split([" of ", " for ", " in ", " at ", ","], 2, StringSplitOptions.None)[0];
        string[] words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Any(w => w is "former" or "ex" or "late" or "onetime" or "ousted" or "deposed" or "then" || w.StartsWith("ex-", StringComparison.Ordinal))) return false;
        // A rank is no office, unless something else makes it one ("secretary general").
        if (words.All(w => codebook.Is(w, "@rank"))) return false;
        return codebook.Is(title, "@office") || !codebook.Is(words[^1], "@no-office");
    }

    private bool IsPost(string office)
    {
        string title = office.ToLowerInvariant().Split([" of ", " at ", " for "], 2, StringSplitOptions.None)[0];
        return codebook.Is(Codebook.LastWord(title), "@post");
    }

    private static bool IsPublic(Sector sector) => sector is Sector.Gov or Sector.Igo or Sector.Mil or Sector.Leg or Sector.Spy or Sector.Cop or Sector.Jud;

    /// <summary>The name of the body whose post it is: one the pack knows, one in quotation marks, or capitalised words behind "of" and "at"; null when the text names none.</summary>
    private string? BodyName(Sentence s, ActorMention m)
    {
        ActorMention? body = passage.Mentions.In(s.Index).FirstOrDefault(x => x.Kind == MentionKind.Body && x.First >= m.First && x.Last <= m.Last);
        if (body is not null) return body.Text;
        int open = -1;
        for (int i = m.First; i < Math.Min(m.Last + 1, s.Tokens.Count); i++)
        {
            if (s.Tokens[i].Form is not ("\"" or "“" or "”" or "«" or "»")) continue;
            if (open < 0) open = i;
            else if (i - open is > 1 and < 8) return s.SpanOf(Enumerable.Range(open + 1, i - open - 1)).Cut(passage.Text);
        }
        for (int i = m.First; i + 1 < m.Last; i++)
        {
            if (s.Tokens[i].Upos != "ADP" || s.Tokens[i].Lemma is not ("of" or "at")) continue;
            int first = i + 1;
            while (first < m.Last && s.Tokens[first].Upos == "DET") first++;
            int last = first;
            while (last < m.Last && (s.Tokens[last].Upos == "PROPN" || last > first && s.Tokens[last].Lemma is "of" or "for" or "-" or "and" && last + 1 < m.Last && s.Tokens[last + 1].Upos == "PROPN")) last++;
            if (last == first) continue;
            string name = s.SpanOf(Enumerable.Range(first, last - first)).Cut(passage.Text);
            if (m.Name!.Contains(name, StringComparison.Ordinal)) continue;
            return name;
        }
        return null;
    }

    /// <summary>The office without the state's adjective or possessive before it.</summary>
    private string OfficeText(Sentence s, ActorMention m)
    {
        string role = m.Role!;
        foreach (ActorMention inner in passage.Mentions.In(s.Index).Where(x => x.First >= m.First && x.Last <= m.Last && x.Kind is MentionKind.Demonym or MentionKind.Name or MentionKind.Seat or MentionKind.Pronoun))
        {
            if (!role.StartsWith(inner.Text, StringComparison.Ordinal)) continue;
            string rest = role[inner.Text.Length..];
            if (rest.StartsWith("'s", StringComparison.Ordinal) || rest.StartsWith("’s", StringComparison.Ordinal)) rest = rest[2..];
            role = rest.TrimStart(' ', '’', '\'');
            if (role.Length == 0) role = m.Role!;
        }
        return role.Trim();
    }
}
