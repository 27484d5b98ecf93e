using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Finds what obliges, allows or forbids: undertakings not to do, treaties and laws and what they ask for, consent, consensus, neutrality (codebook 7b). Thread-safe.</summary>
internal sealed class RuleCoder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly string dataVersion;
    private readonly ActReader acts;
    private readonly RuleFile file;
    private readonly ByWord<RulePattern> patterns;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public RuleCoder(World world, Codebook codebook, string file, string dataVersion)
    {
        this.world = world;
        this.codebook = codebook;
        this.dataVersion = dataVersion;
        this.file = SystemFile.Read(file, SystemJson.Default.RuleFile);
        acts = new ActReader(this.file.Acts);
        patterns = new ByWord<RulePattern>(this.file.Patterns.SelectMany(p => p.Lemmas.Select(l => (l, p.Pos, p))));
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<RulePattern> Patterns => file.Patterns;

    /// <summary>Rules of a passage, in text order.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="dates">Its dates.</param>
    /// <param name="events">The acts coded in it: they name parties that the sentence does not.</param>
    /// <param name="statements">The statements in it: they lend "we" a speaker.</param>
    public IReadOnlyList<Rule> Code(Passage passage, DateTable dates, IReadOnlyList<Event> events, IReadOnlyList<Statement> statements)
    {
        var parties = new PartyFinder(world, passage, statements, dates);
        var frames = new RuleFrames(world, codebook, file, passage, new MatterReader(passage, dates, statements), new PromiserFinder(world, codebook, passage, parties, events), acts);
        var conditions = new SlotConditions(codebook, passage, parties, []);
        var found = new List<Rule>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd('"', '”', '’', ' ').EndsWith('?')) continue;
            var here = new List<Rule>();
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                Sentence tree = s;
                string lemma = s.Tokens[i].Lemma.ToLowerInvariant();
                if (!patterns.Knows(lemma)) continue;
                Predicate? p = Predicate.At(s, codebook, i);
                bool helper = s.Tokens[i].Relation == "aux" && patterns.Contains(lemma, "verb");
                if (helper && VerbMender.Mend(s, i) is Sentence main) (tree, p) = (main, Predicate.At(main, codebook, i));
                if (p is null) continue;
                if (p.Pos == "noun" && patterns.Contains(lemma, "verb") && VerbMender.Mend(s, i) is Sentence mended) (tree, p) = (mended, Predicate.At(mended, codebook, i)!);
                else if (p.Pos == "noun" && patterns.Contains(lemma, "verb") && VerbMender.MendThird(s, i, t => frames.Norms.Is(s, t)) is Sentence third) (tree, p) = (third, Predicate.At(third, codebook, i)!);
                foreach (RulePattern pattern in patterns[lemma, p.Pos])
                {
                    if (!conditions.Hold(tree, p, pattern.If, pattern.Unless) || frames.Read(tree, p, pattern) is not RuleFrames.Told told) continue;
                    if (!here.Exists(r => r.Act == told.Act && r.Force == told.Force && r.Bearer.SequenceEqual(told.Bearer.Codes))) here.Add(Build(passage, s, p, pattern, told, dates));
                    break;
                }
            }
            found.AddRange(here);
        }
        return found;
    }

    private Rule Build(Passage passage, Sentence s, Predicate p, RulePattern pattern, RuleFrames.Told told, DateTable dates)
    {
        DateMention? since = dates.In(s.Index).FirstOrDefault(d => d.Kind == DateKind.Since && d.Range is not null && s.IsUnder(d.Head, p.Anchor));
        DateMention? until = dates.In(s.Index).FirstOrDefault(d => d.Kind is DateKind.Until or DateKind.Deadline && d.Range is not null);
        return new Rule
        {
            Id = FindingIds.Of('r', passage.Report, passage.Part, s.Tokens[p.Token].Span, string.Join('+', told.Bearer.Codes), told.Act),
            Report = passage.Report.Label,
            Sentence = s.Text,
            Span = s.Span,
            In = passage.Part,
            Bearer = told.Bearer.Codes,
            Force = told.Force,
            Act = told.Act,
            Toward = told.Toward,
            Condition = told.Condition,
            ConsentOf = told.ConsentOf,
            Instrument = told.Instrument,
            From = since?.Range?.From,
            To = until?.Range?.To,
            Confidence = Math.Round(Math.Clamp(0.75 * told.Bearer.Confidence, 0.05, 0.95), 3),
            Rule = "rule:" + pattern.Id,
            Data = dataVersion,
            Notes = told.Bearer.Inferred ? [NoteIds.PartyInferred] : [],
        };
    }
}
