using System.Globalization;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Finds the amounts that measure a relation or an act (codebook 6). Immutable.</summary>
/// <param name="words">The words of amounts.</param>
/// <param name="version">Version of the data, written into each finding.</param>
public sealed class FigureCoder(MeasureWords words, string version)
{
    private readonly AmountReader amounts = new(words);

    /// <summary>The figures of a passage, in text order.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="dates">Its dates; their numbers are no figures.</param>
    public IReadOnlyList<Figure> Code(Passage passage, DateTable dates)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(dates);
        var found = new List<Figure>();
        foreach (Sentence sentence in passage.Sentences)
        {
            if (!words.MayMeasure(sentence.Tokens) || !sentence.Tokens.Any(t => t.Upos == "NUM" || t.Form.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || words.Numbers.ContainsKey(t.Form.ToLowerInvariant()) || words.Fractions.ContainsKey(t.Lemma))) continue;
            IReadOnlyList<ActorMention> mentions = passage.Mentions.In(sentence.Index);
            foreach (Amount amount in amounts.Read(sentence, mentions, States(passage, sentence.Index), t => dates.Covering(sentence.Index, t) is not null))
            {
                found.Add(Make(passage, sentence, mentions, dates, amount));
            }
        }
        return FindingIds.Distinct(found);
    }

    /// <summary>True when some number of the words can be an amount, as far as words and tags tell.</summary>
    internal bool MayTell(IReadOnlyList<Token> tokens) => words.MayMeasure(tokens);

    /// <summary>Codes of the passage's actors, the sentence's first, then outward.</summary>
    private static IReadOnlyList<string> States(Passage passage, int sentence)
    {
        var codes = new List<string>();
        for (int d = 0; d < passage.Sentences.Count; d++)
        {
            foreach (int s in d == 0 ? [sentence] : (ReadOnlySpan<int>)[sentence - d, sentence + d])
            {
                if (s < 0 || s >= passage.Sentences.Count) continue;
                foreach (ActorMention m in passage.Mentions.In(s)) codes.AddRange(m.Codes);
            }
            if (codes.Count > 60) break;
        }
        return codes;
    }

    private Figure Make(Passage passage, Sentence sentence, IReadOnlyList<ActorMention> mentions, DateTable dates, Amount amount)
    {
        int predicate = Predicate(sentence, amount.Counted);
        DateMention? date = dates.For(sentence.Index, predicate);
        Measure measure = MeasureOf(sentence, amount);
        return new Figure
        {
            Id = FindingIds.Of('f', passage.Report, passage.Part, amount.Span, amount.Value.ToString("R", CultureInfo.InvariantCulture), amount.Unit),
            Report = passage.Report.Label,
            Sentence = sentence.Span.Cut(passage.Text),
            Span = sentence.Span,
            In = passage.Part,
            Confidence = amount.Unit == "people" ? 0.75 : 0.85,
            Rule = "figure-" + (amount.Unit.Length == 3 && char.IsUpper(amount.Unit[0]) ? "money" : amount.Unit == "people" ? "people" : "unit"),
            Data = version,
            Measure = measure,
            Value = amount.Value,
            Unit = amount.Unit,
            Actors = Actors(sentence, mentions, predicate),
            From = date?.Range?.From,
            To = date?.Range?.To,
            CueSpan = amount.Span,
        };
    }

    private static int Predicate(Sentence sentence, int word)
    {
        int w = word;
        for (int steps = 0; steps < sentence.Tokens.Count && sentence.Tokens[w].Head >= 0; steps++)
        {
            if (sentence.Tokens[w].Upos == "VERB" && sentence.Tokens[w].Relation is not ("amod" or "compound" or "case")) break;
            w = sentence.Tokens[w].Head;
        }
        return w;
    }

    /// <summary>Codes told of in the clause of the amount, or in the sentence when the clause names none.</summary>
    private static List<string> Actors(Sentence sentence, IReadOnlyList<ActorMention> mentions, int predicate)
    {
        List<string> clause = [.. mentions.Where(m => sentence.IsUnder(m.Head, predicate)).SelectMany(m => m.Codes).Where(c => c != "UNK").Distinct(StringComparer.Ordinal)];
        return clause.Count > 0 ? clause : [.. mentions.SelectMany(m => m.Codes).Where(c => c != "UNK").Distinct(StringComparer.Ordinal)];
    }

    private Measure MeasureOf(Sentence sentence, Amount amount)
    {
        if (amount.Unit == "people")
        {
            if (amount.Hurt) return Measure.Casualties;
            return words.Troops.Contains(sentence.Tokens[amount.Counted].Lemma) && amount.Value >= 50 ? Measure.Troops : Measure.People;
        }
        if (amount.Unit is "km" or "km2" or "hectares" or "miles") return Measure.Other;
        // The words above the amount in the tree, nearest first, with what hangs on each of them before the amount.
        int w = amount.Counted;
        for (int steps = 0; steps < 8 && w >= 0; steps++)
        {
            if (words.MeasureOf(sentence.Tokens[w].Lemma) is Measure own) return own;
            foreach (int c in sentence.Children(w))
            {
                if (c != amount.Counted && words.MeasureOf(sentence.Tokens[c].Lemma) is Measure beside && sentence.Tokens[c].Relation is not ("conj" or "parataxis" or "advcl")) return beside;
            }
            w = sentence.Tokens[w].Head;
        }
        return amount.Unit == "percent" ? Measure.Share : Measure.Other;
    }
}
