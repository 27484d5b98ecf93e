using System.Text.Json;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Finds what somebody says will, may or would come: forecasts, conditions on what states do, what is held possible or doubtful (codebook 7b). An actor's own announced plan is none.</summary>
internal sealed class ExpectationCoder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly string dataVersion;
    private readonly ByWord<ExpectationSense> senses;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public ExpectationCoder(World world, Codebook codebook, string file, string dataVersion)
    {
        this.world = world;
        this.codebook = codebook;
        this.dataVersion = dataVersion;
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        try
        {
            Senses = JsonSerializer.Deserialize(File.ReadAllText(file), ExpectationJson.Default.ListExpectationSense) ?? [];
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
        senses = new ByWord<ExpectationSense>(Senses.SelectMany(x => x.Lemma.All.Select(l => (l, x.Pos, x))));
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<ExpectationSense> Senses { get; }

    /// <summary>Expectations of a passage, in text order; one for each clause that tells what would come.</summary>
    public IReadOnlyList<Expectation> Code(Passage passage, DateTable dates, IReadOnlyList<EventCoder.Coded> events, IReadOnlyList<Statement> statements)
    {
        var parties = new PartyFinder(world, passage, statements);
        var clauses = new ClauseReader(world, passage, parties, events);
        var found = new List<Expectation>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd('"', '”', '’', ' ', '\'').EndsWith('?')) continue;
            var reader = new ExpectationReader(world, codebook, passage, s, parties, clauses);
            var drafts = new List<(ExpectationReader.Draft Draft, ExpectationSense Sense, int Cue)>();
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                foreach (ExpectationSense sense in senses[s.Tokens[i].Lemma.ToLowerInvariant(), Pos(s.Tokens[i])])
                {
                    // A clause told by two words, as by "expect" and its own "will", is told once: by the one that says more of it, which stands first.
                    if (reader.Read(i, sense) is not { } draft || drafts.Exists(d => d.Draft.Head == draft.Head || d.Draft.Then == draft.Then)) continue;
                    drafts.Add((draft, sense, i));
                    break;
                }
            }
            if (ExpectationReader.Correlative(s) is { } pair && drafts.Count == 0 && Correlative(passage, s, pair, clauses) is { } more) found.Add(more);
            foreach (var d in drafts)
            {
                if (drafts.Exists(o => o != d && Inside(d.Draft.Then, o.Draft.If) || o.Cue < d.Cue && Inside(d.Draft.Then, o.Draft.Then) && o.Sense.Frame != "object")) continue;
                found.Add(Build(passage, s, d.Draft, d.Sense, d.Cue, dates, clauses));
            }
        }
        return found;
    }

    private static bool Inside((int First, int Last) a, (int First, int Last)? b) => b is { } o && o.First <= a.First && a.Last <= o.Last;

    private static string Pos(Token t) => t.Upos switch
    {
        "VERB" => "verb",
        "NOUN" or "PROPN" => "noun",
        "ADJ" => "adj",
        "ADV" => "adv",
        "AUX" => "modal",
        _ => "",
    };

    /// <summary>"The closer X comes, the louder Y will be."</summary>
    private Expectation? Correlative(Passage passage, Sentence s, ((int First, int Last) If, (int First, int Last) Then) pair, ClauseReader clauses)
    {
        string[] actors = [.. clauses.Codes(s, pair.If).Concat(clauses.Codes(s, pair.Then)).Distinct(StringComparer.Ordinal)];
        if (actors.Length == 0) return null;
        var draft = new ExpectationReader.Draft(pair.Then.First, pair.Then, pair.If, null, Likelihood.Certain, clauses.Said(s, pair.Then.First)?.Speaker, actors, 0.9);
        return Build(passage, s, draft, Pair, pair.Then.First, null, clauses);
    }

    private static readonly ExpectationSense Pair = new() { Id = "correlative", Lemma = new Words([]), Pos = "adj", Frame = "clause", Confidence = 0.75 };

    private Expectation Build(Passage passage, Sentence s, ExpectationReader.Draft d, ExpectationSense sense, int cue, DateTable? dates, ClauseReader clauses)
    {
        string then = clauses.Cut(s, d.Then);
        DateMention? date = dates?.For(s.Index, d.Head);
        bool inside = date is not null && date.First >= d.Then.First && date.Last <= d.Then.Last + 1;
        return new Expectation
        {
            Id = FindingIds.Of('x', passage.Report, passage.Part, s.Tokens[cue].Span, then),
            Report = passage.Report.Label,
            Sentence = s.Text,
            Span = s.Span,
            In = passage.Part,
            By = d.By,
            If = d.If is { } condition ? clauses.Cut(s, condition) : null,
            IfAct = d.If is { } told ? clauses.Act(s, told) : null,
            Then = then,
            ThenAct = clauses.Act(s, d.Then),
            Unless = d.Unless is { } but ? clauses.Cut(s, but) : null,
            Horizon = inside ? date!.Range?.To : null,
            Likelihood = d.Likelihood,
            Actors = d.Actors,
            Confidence = Math.Round(Math.Clamp(sense.Confidence * d.Sure, 0.02, 0.98), 3),
            Rule = "expectation:" + sense.Id,
            Data = dataVersion,
        };
    }
}
