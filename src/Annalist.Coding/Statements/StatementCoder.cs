using System.Globalization;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Finds who said what: quotations and reported speech with their speakers (codebook 4). Immutable.</summary>
/// <param name="book">The cues.</param>
/// <param name="version">Version of the data, written into each finding.</param>
public sealed class StatementCoder(CueBook book, string version)
{
    private readonly CueFinder cues = new(book);

    /// <summary>The statements of a passage, in text order.</summary>
    public IReadOnlyList<Statement> Code(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        IReadOnlyList<Quotation> quotes = QuotationFinder.Find(passage.Text);
        var reader = new ContentReader(passage, quotes);
        var speakers = new SpeakerReader(passage, book);
        var drafts = new List<Draft>();
        var used = new HashSet<int>();
        Speaker? last = null;
        foreach (Sentence sentence in passage.Sentences)
        {
            var heads = new HashSet<int>();
            foreach (Cue cue in cues.Find(sentence, passage.Mentions.In(sentence.Index)))
            {
                if (heads.Contains(cue.Head) || cue.Speaker < 0) continue;
                ContentSpans? content = reader.Read(cue, used);
                if (content is null || content.Quotes.Any(q => used.Contains(q) && content.Form == StatementForm.Direct)) continue;
                if (reader.QuoteAt(cue.Span) >= 0 && content.Frame != CueFrame.Quote && !Nested(passage, cue)) continue;
                bool sure = content.Frame is CueFrame.Quote or CueFrame.Insert or CueFrame.Source || cue.Group.Class == "say";
                if (speakers.Read(sentence, cue.Speaker, last, sure) is not { } speaker) continue;
                heads.Add(cue.Head);
                used.UnionWith(content.Quotes);
                drafts.Add(new Draft(speaker, cue, content));
                if (reader.QuoteAt(cue.Span) < 0) last = speaker;
            }
            last = Colon(passage, quotes, speakers, sentence, used, drafts, last);
        }
        Orphans(passage, quotes, used, drafts);
        return [.. drafts.OrderBy(d => d.Content.Whole.Start).ThenBy(d => d.Content.Whole.End).Select(d => Make(passage, d)).DistinctBy(s => s.Id)];
    }

    /// <summary>Somebody's words told inside a quotation count when the teller is named and does not speak of himself.</summary>
    private static bool Nested(Passage passage, Cue cue) =>
        cue.Sentence.Tokens[cue.Speaker].Upos != "PRON" && (passage.Mentions.AtHead(cue.Sentence.Index, cue.Speaker) ?? passage.Mentions.Covering(cue.Sentence.Index, cue.Speaker) ?? Side(passage, cue)) is { Codes.Count: > 0, Sector: not Sector.Cvl };

    /// <summary>"the French side": the state that a side or a delegation is of.</summary>
    private static ActorMention? Side(Passage passage, Cue cue) => cue.Sentence.Tokens[cue.Speaker].Lemma is "side" or "delegation" && cue.Sentence.Child(cue.Speaker, "amod", "nmod:poss", "compound") is int of && of >= 0 ? passage.Mentions.Covering(cue.Sentence.Index, of) : null;

    /// <summary>"The mayor was not so sure: “…”" and "Mayor: …" at the head of a line.</summary>
    private static Speaker? Colon(Passage passage, IReadOnlyList<Quotation> quotes, SpeakerReader speakers, Sentence sentence, HashSet<int> used, List<Draft> drafts, Speaker? last)
    {
        for (int t = 1; t + 1 < sentence.Tokens.Count && t < 60; t++)
        {
            if (sentence.Tokens[t].Form != ":") continue;
            int q = -1;
            for (int k = 0; k < quotes.Count; k++)
            {
                if (!used.Contains(k) && quotes[k].Outer.Start >= sentence.Tokens[t].Span.End && quotes[k].Outer.Start <= sentence.Tokens[t].Span.End + 3) q = k;
            }
            int predicate = Enumerable.Range(0, t).FirstOrDefault(w => sentence.Tokens[w].Head < 0 || sentence.Tokens[w].Head > t, -1);
            if (q >= 0 && predicate >= 0 && sentence.Child(predicate, "nsubj") is int subject and >= 0 && subject < t && speakers.Read(sentence, subject, last, true) is { } speaker)
            {
                (int from, int to) = (Math.Min(predicate, FirstOf(sentence, predicate)), predicate + 1);
                if (from <= subject && subject < to) from = predicate;
                var group = new CueGroup { Id = "colon", Pos = "verb", Class = "say", Frames = [], Lemmas = [] };
                drafts.Add(new Draft(speaker, new Cue(sentence, group, predicate, from, to, subject), new ContentSpans([.. quotes[q].Pieces], StatementForm.Direct, CueFrame.Quote, [q])));
                used.Add(q);
                return speaker;
            }
            // "The minister was short: it will not rain": a person's clause, a colon, and a clause that the tree makes its content.
            int told = q < 0 && predicate >= 0 && sentence.Tokens[predicate].Upos == "VERB" ? sentence.Children(predicate).FirstOrDefault(c => c > t && sentence.Tokens[c].Relation == "ccomp" && sentence.Child(c, "nsubj") >= 0, -1) : -1;
            if (told >= 0 && sentence.Child(predicate, "nsubj") is int teller and >= 0 && teller < t && IsNamedPerson(passage, sentence, teller) && speakers.Read(sentence, teller, null, true) is { Name: not null } speaking)
            {
                TextSpan words = sentence.SpanOf(sentence.Tokens.Skip(t + 1).Where(x => x.Form is not "." and not ",").Select(x => x.Index));
                if (drafts.Any(d => d.Content.Whole.Overlaps(words))) return last;
                var colon = new CueGroup { Id = "colon", Pos = "verb", Class = "say", Frames = [], Lemmas = [] };
                drafts.Add(new Draft(speaking, new Cue(sentence, colon, predicate, Math.Min(predicate, FirstOf(sentence, predicate)), predicate + 1, teller), new ContentSpans([words], StatementForm.Indirect, CueFrame.Clause, [])));
                return speaking;
            }
            bool head = t <= 5 && sentence.Tokens.Take(t).All(x => x.Upos is "PROPN" or "NOUN" or "ADJ" or "DET");
            if (head && t + 3 < sentence.Tokens.Count && predicate >= 0 && passage.Mentions.In(sentence.Index).FirstOrDefault(m => m.Last == t && m.IsPerson) is { } name && speakers.Read(sentence, name.Head, null, true) is { } named)
            {
                TextSpan rest = sentence.Tokens[t + 1].Span.Union(sentence.Tokens[^1].Span);
                int k = Enumerable.Range(0, quotes.Count).FirstOrDefault(i => quotes[i].Outer.Overlaps(rest), -1);
                if (k >= 0 && used.Contains(k)) return last;
                if (k >= 0) used.Add(k);
                bool whole = k >= 0 && quotes[k].Outer.Start <= rest.Start + 1 && quotes[k].Inner.End >= rest.End - 2;
                var group = new CueGroup { Id = "name-colon", Pos = "verb", Class = "say", Frames = [], Lemmas = [] };
                drafts.Add(new Draft(named, new Cue(sentence, group, t, t, t + 1, name.Head), new ContentSpans(whole ? [.. quotes[k].Pieces] : [rest], whole ? StatementForm.Direct : k >= 0 ? StatementForm.Mixed : StatementForm.Indirect, CueFrame.Quote, [])));
                return named;
            }
            break;
        }
        return last;
    }

    private static bool IsNamedPerson(Passage passage, Sentence sentence, int token) => passage.Mentions.Covering(sentence.Index, token) is { IsPerson: true, Name: not null };

    private static int FirstOf(Sentence sentence, int predicate)
    {
        int first = predicate;
        foreach (int c in sentence.Children(predicate))
        {
            if (sentence.Tokens[c].Relation is "aux" or "cop" && c < first) first = c;
        }
        return first;
    }

    /// <summary>Quotations without a cue: they go on with the statement before in the paragraph, or are their own statement by the last speaker.</summary>
    private static void Orphans(Passage passage, IReadOnlyList<Quotation> quotes, HashSet<int> used, List<Draft> drafts)
    {
        for (int q = 0; q < quotes.Count; q++)
        {
            Quotation quote = quotes[q];
            if (used.Contains(q)) continue;
            int at = passage.Sentences.ToList().FindIndex(s => s.Span.Start <= quote.Inner.Start && quote.Inner.Start < s.Span.End);
            if (at < 0 || !IsSpeech(passage, quote) || quote.Outer.Start > passage.Sentences[at].Span.Start + 1) continue;
            Draft? before = drafts.Where(d => d.Content.Whole.End <= quote.Outer.Start && d.Content.Form == StatementForm.Direct).MaxBy(d => d.Content.Whole.End);
            if (before is not null)
            {
                int from = Math.Max(before.Content.Whole.End, before.Cue is { } cue ? cue.Sentence.Span.End : 0);
                string between = from <= quote.Outer.Start ? passage.Text[from..quote.Outer.Start] : "";
                if (between.All(c => char.IsWhiteSpace(c) || c is '"' or '”' or '.' or ',' or '»'))
                {
                    used.Add(q);
                    if (!between.Contains('\n', StringComparison.Ordinal))
                    {
                        drafts[drafts.IndexOf(before)] = before with { Content = before.Content with { Spans = [.. before.Content.Spans, .. quote.Pieces] } };
                    }
                    else
                    {
                        drafts.Add(new Draft(before.Speaker with { Span = null }, null, new ContentSpans([.. quote.Pieces], StatementForm.Direct, CueFrame.Quote, [q])) { Sentence = passage.Sentences[at] });
                    }
                    continue;
                }
            }
            if (Near(passage, at) is { } near)
            {
                used.Add(q);
                drafts.Add(new Draft(near, null, new ContentSpans([.. quote.Pieces], StatementForm.Direct, CueFrame.Quote, [q])) { Sentence = passage.Sentences[at] });
            }
        }
    }

    private static bool IsSpeech(Passage passage, Quotation quote)
    {
        int words = 0;
        bool verb = false;
        foreach (Sentence s in passage.Sentences)
        {
            if (!s.Span.Overlaps(quote.Inner)) continue;
            foreach (Token t in s.Tokens)
            {
                if (!quote.Inner.Contains(t.Span) || t.Upos == "PUNCT") continue;
                words++;
                verb |= t.Upos is "VERB" or "AUX";
            }
        }
        return words >= 4 && verb;
    }

    /// <summary>The person whom the sentence before is about.</summary>
    private static Speaker? Near(Passage passage, int sentence)
    {
        if (sentence == 0) return null;
        Sentence before = passage.Sentences[sentence - 1];
        foreach (ActorMention m in passage.Mentions.In(sentence - 1))
        {
            if (m.IsPerson && before.Tokens[m.Head].Relation == "nsubj") return new Speaker(m.Name ?? m.Text, m.Code, m.Sector, m.Role, null, true, false);
        }
        return null;
    }

    private Statement Make(Passage passage, Draft draft)
    {
        TextSpan whole = draft.Content.Whole;
        Sentence sentence = passage.Sentences.FirstOrDefault(s => s.Span.Start <= whole.Start && whole.Start < s.Span.End) ?? draft.Cue?.Sentence ?? draft.Sentence!;
        TextSpan? speaker = draft.Speaker.Span;
        var notes = new List<string>();
        if (draft.Speaker.Name is null && draft.Speaker.Code == "UNK") notes.Add(NoteIds.SpeakerUnresolved);
        return new Statement
        {
            Id = Fingerprint.Short(passage.Report.Hash, "statement", passage.Part.ToString(), Number(whole.Start), Number(whole.End), draft.Cue is { } c ? Number(c.Span.Start) : ""),
            Report = passage.Report.Label,
            Sentence = sentence.Span.Cut(passage.Text),
            Span = sentence.Span,
            In = passage.Part,
            Confidence = Confidence(draft),
            Rule = draft.Cue is null ? "statement-continued" : "statement-" + draft.Cue.Group.Id,
            Data = version,
            Notes = notes,
            Speaker = draft.Speaker.Name,
            SpeakerCode = draft.Speaker.Code,
            SpeakerSector = draft.Speaker.Sector,
            Role = draft.Speaker.Role,
            Cue = draft.Cue?.Span.Cut(passage.Text),
            Form = draft.Content.Form,
            Content = whole.Cut(passage.Text),
            ContentSpan = draft.Content.Spans,
            CueSpan = draft.Cue is null ? [] : [draft.Cue.Span],
            SpeakerSpan = speaker,
            About = About(passage, draft),
        };
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static double Confidence(Draft draft)
    {
        double sure = draft.Cue is null ? 0.55 : draft.Content.Frame switch
        {
            CueFrame.Quote => 0.9,
            CueFrame.Clause => 0.85,
            CueFrame.Insert or CueFrame.Source => 0.8,
            _ => 0.6,
        };
        if (draft.Cue?.Group.Class == "believe") sure -= 0.15;
        if (!draft.Speaker.Resolved) sure -= 0.15;
        return Math.Round(sure, 2);
    }

    /// <summary>The codes told of in the content.</summary>
    private static List<string> About(Passage passage, Draft draft)
    {
        var codes = new List<string>();
        bool self = false;
        foreach (Sentence s in passage.Sentences)
        {
            if (!s.Span.Overlaps(draft.Content.Whole)) continue;
            foreach (ActorMention m in passage.Mentions.In(s.Index))
            {
                if (draft.Content.Spans.Any(p => p.Contains(s.Tokens[m.Head].Span))) codes.AddRange(m.Codes);
            }
            self |= draft.Content.Form != StatementForm.Indirect && s.Tokens.Any(t => t.Lemma is "we" or "our" or "us" && draft.Content.Spans.Any(p => p.Contains(t.Span)));
        }
        if (self) codes.Add(draft.Speaker.Code);
        return [.. codes.Where(c => c != "UNK").Distinct(StringComparer.Ordinal)];
    }

    private sealed record Draft(Speaker Speaker, Cue? Cue, ContentSpans Content)
    {
        public Sentence? Sentence { get; init; }
    }
}
