using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// Finds who is meant in a passage: names of the packs, titles with their state and person, persons whom the report itself
/// introduces, pronouns and short forms (codebook 2). Thread-safe; each call keeps its own memory.
/// </summary>
public sealed class MentionFinder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly NameSpotter spotter;
    private readonly RoleReader roles;

    /// <summary>Builds the finder over a world and a codebook.</summary>
    public MentionFinder(World world, Codebook codebook)
    {
        this.world = world;
        this.codebook = codebook;
        spotter = new NameSpotter(world);
        roles = new RoleReader(codebook);
    }

    /// <summary>Resolves the actors of one part of a report.</summary>
    /// <param name="report">The report; its reference date chooses among names and offices.</param>
    /// <param name="part">Which part the sentences are of.</param>
    /// <param name="text">The part's text.</param>
    /// <param name="sentences">Its sentences; each one's index is its place in the list.</param>
    public Passage Find(Report report, TextPart part, string text, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(report, part, text, sentences, NamesInText.Find(world, text, []));
    }

    /// <summary>The same, where the names of the packs in the text are known already.</summary>
    internal Passage Find(Report report, TextPart part, string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<NameMatch> known)
    {
        DateOnly? at = report.ReferenceDate;
        (List<Draft> names, List<PlaceMention> places) = spotter.Find(text, sentences, known, at);
        var bySentence = sentences.Select(_ => new List<Draft>()).ToArray();
        foreach (Draft d in names) bySentence[d.Sentence.Index].Add(d);
        var datelines = new Dictionary<int, int>();
        foreach (Sentence s in sentences) SetDatelineAside(s, bySentence[s.Index], places, datelines);
        foreach (Sentence s in sentences) roles.Read(s, bySentence[s.Index], text);
        foreach (Draft d in PersonRegister.Untitled(sentences, (s, i) => bySentence[s.Index].Any(x => x.First <= i && i < x.Last), text).ToList()) bySentence[d.Sentence.Index].Add(d);

        var register = new PersonRegister();
        foreach (Sentence s in sentences) register.Add(bySentence[s.Index].OrderBy(d => d.First));
        foreach (Sentence s in sentences) AddSurnames(s, bySentence[s.Index], register, text);

        var resolver = new CoreferenceResolver(world, codebook, HomeOf(report, bySentence));
        var mentions = new List<ActorMention>();
        foreach (Sentence s in sentences)
        {
            List<Draft> drafts = bySentence[s.Index];
            resolver.Resolve(s, drafts, register, [.. places.Where(p => p.Sentence == s.Index)]);
            foreach (Draft d in drafts)
            {
                if (d.PlaceOnly && d.Kind != MentionKind.Person) continue;
                FillSector(d);
                if (d.IsPerson && d.Name is not null && register.Find(d.Name) is Draft person) d.Name = person.Name;
                mentions.Add(d.Build(text));
            }
        }
        return new Passage(report, part, text, sentences, new MentionTable(mentions)) { Places = places, Datelines = datelines };
    }

    /// <summary>A dateline's names act in nothing: one draft that stands for no actor takes their place.</summary>
    private static void SetDatelineAside(Sentence s, List<Draft> drafts, List<PlaceMention> places, Dictionary<int, int> datelines)
    {
        int length = DatelineWords.Length(s, drafts);
        if (length == 0) return;
        string? code = places.FirstOrDefault(p => p.Sentence == s.Index && p.Last <= length && p.Code is not null)?.Code;
        drafts.RemoveAll(d => d.First < length);
        drafts.Add(new Draft { Sentence = s, First = 0, Last = length, Kind = MentionKind.Name, PlaceOnly = true, Dateline = code });
        datelines[s.Index] = length;
    }

    /// <summary>The state where the report was written, by its dateline; null when it has none.</summary>
    private string? HomeOf(Report report, List<Draft>[] drafts)
    {
        if (drafts.SelectMany(d => d).FirstOrDefault(d => d.Dateline is not null) is { } line) return line.Dateline;
        if (report.Dateline is null) return null;
        return world.Names.Find(report.Dateline).SelectMany(m => m.Entries).FirstOrDefault(e => e.Code is not null && (e.Place is not null || e.Type is NameType.Capital or NameType.Name))?.Code;
    }

    private static void AddSurnames(Sentence s, List<Draft> drafts, PersonRegister register, string text)
    {
        for (int i = 0; i < s.Tokens.Count; i++)
        {
            Token t = s.Tokens[i];
            if (t.Upos is not ("PROPN" or "NOUN" or "X" or "ADJ") || t.Form.Length < 2 || !char.IsUpper(t.Form[0]) || drafts.Any(d => d.First <= i && i < d.Last)) continue;
            int last = i + 1;
            while (last < s.Tokens.Count && RoleReader.IsNamePart(s.Tokens[last]) && s.Tokens[last].Upos == "PROPN" && !drafts.Any(d => d.First <= last && last < d.Last)) last++;
            string name = s.SpanOf(Enumerable.Range(i, last - i)).Cut(text);
            Draft? known = register.Find(name);
            if (known is null || (t.Upos != "PROPN" && PersonRegister.LastName(known.Name!) != t.Form)) { i = last - 1; continue; }
            var d = new Draft { Sentence = s, First = i, Last = last, Kind = MentionKind.Person, IsPerson = true, Name = known.Name, Person = known.Person, Sector = known.Sector, RoleNoun = known.RoleNoun, Role = known.Role, Confidence = 0.9 };
            d.Codes.AddRange(known.Codes);
            drafts.Add(d);
            i = last - 1;
        }
    }

    private void FillSector(Draft d)
    {
        if (d.Sector is not null) return;
        Actor? actor = d.Codes.Count > 0 ? world.Actor(d.Codes[0]) : null;
        d.Sector = actor?.Sector ?? (actor is null ? Sector.Unk : Sector.Gov);
    }
}
