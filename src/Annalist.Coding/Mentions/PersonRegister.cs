using Annalist.Language;

namespace Annalist.Coding;

/// <summary>
/// Persons whom no pack knows, as the report introduces them: by a title, or by a full name that speaks or is named again.
/// Later the surname alone stands for them. One register serves all parts of a report.
/// </summary>
internal sealed class PersonRegister
{
    private readonly List<Draft> persons = [];

    /// <summary>Persons introduced so far, in text order.</summary>
    public IReadOnlyList<Draft> Persons => persons;

    /// <summary>Takes note of every named person among the drafts of a sentence.</summary>
    public void Add(IEnumerable<Draft> drafts)
    {
        foreach (Draft d in drafts.Where(d => d.IsPerson && d.Name is not null))
        {
            Draft? known = persons.FirstOrDefault(p => SamePerson(p, d));
            if (known is null)
            {
                persons.Add(d);
                continue;
            }
            // The fullest form of the report stands for the person everywhere.
            if (d.Name!.Length > known.Name!.Length && d.Name.Contains(' ', StringComparison.Ordinal)) known.Name = d.Name;
            else d.Name = known.Name;
            if (d.Codes.Count == 0) d.Codes.AddRange(known.Codes);
            if (known.Codes.Count == 0) known.Codes.AddRange(d.Codes);
            if (d.RoleNoun is null && known.RoleNoun is not null && d.Person is null) d.Sector = known.Sector;
            if (known.RoleNoun is null && d.RoleNoun is not null) (known.RoleNoun, known.Role, known.Sector) = (d.RoleNoun, d.Role, d.Sector);
        }
    }

    /// <summary>The person whom a surname or a full name means; null when nobody of the report is called so.</summary>
    public Draft? Find(string name)
    {
        string last = LastName(name);
        return persons.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? persons.LastOrDefault(p => string.Equals(LastName(p.Name!), last, StringComparison.OrdinalIgnoreCase) && (name == last || Compatible(p.Name!, name)))
            ?? persons.LastOrDefault(p => last.Length >= 6 && name == last && NearName(LastName(p.Name!), last));
    }

    /// <summary>Full names that stand in no pack and bear no title: kept when they speak, or when their surname comes again.</summary>
    public static IEnumerable<Draft> Untitled(IReadOnlyList<Sentence> sentences, Func<Sentence, int, bool> taken, string text)
    {
        var surnames = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Token t in sentences.SelectMany(s => s.Tokens).Where(t => t.Upos == "PROPN")) surnames[t.Form] = surnames.GetValueOrDefault(t.Form) + 1;
        foreach (Sentence s in sentences)
        {
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                int start = i;
                while (i < s.Tokens.Count && s.Tokens[i].Upos == "PROPN" && RoleReader.IsNamePart(s.Tokens[i]) && !taken(s, i)) i++;
                if (i - start is < 2 or > 4) continue;
                if (start > 0 && s.Tokens[start - 1].Lemma is "the" or "a" or "an") continue;
                if (s.Tokens.Skip(start).Take(i - start).Any(t => t.Form.Length > 3 && t.Form.All(char.IsUpper))) continue;
                bool again = surnames.GetValueOrDefault(s.Tokens[i - 1].Form) > 1;
                bool acts = s.Tokens.Skip(start).Take(i - start).Any(t => t.Relation is "nsubj");
                if (!again && !acts) continue;
                var d = new Draft { Sentence = s, First = start, Last = i, Kind = MentionKind.Person, IsPerson = true, Confidence = 0.7 };
                d.Name = d.Span.Cut(text);
                yield return d;
            }
        }
    }

    /// <summary>The last word of a name.</summary>
    public static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool SamePerson(Draft a, Draft b) =>
        (a.Person is not null && a.Person == b.Person)
        || string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
        || ((a.Person is null || b.Person is null || a.Person == b.Person) && string.Equals(LastName(a.Name!), LastName(b.Name!), StringComparison.OrdinalIgnoreCase) && Compatible(a.Name!, b.Name!));

    /// <summary>True when one is a surname alone, or the first names or initials agree.</summary>
    private static bool Compatible(string a, string b)
    {
        if (!a.Contains(' ', StringComparison.Ordinal) || !b.Contains(' ', StringComparison.Ordinal)) return true;
        return char.ToUpperInvariant(a[0]) == char.ToUpperInvariant(b[0]);
    }

    /// <summary>True when two surnames differ by one letter, as a slip of the press does.</summary>
    private static bool NearName(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || char.ToUpperInvariant(a[0]) != char.ToUpperInvariant(b[0])) return false;
        int i = 0, j = 0, slips = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) { i++; j++; continue; }
            if (++slips > 1) return false;
            if (a.Length > b.Length) i++;
            else if (b.Length > a.Length) j++;
            else { i++; j++; }
        }
        return slips + (a.Length - i) + (b.Length - j) <= 1;
    }
}
