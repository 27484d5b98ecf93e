using System.Globalization;
using System.Text;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Output;

/// <summary>One record with its receipt: what it says, where it stands, which words say it, what gave it.</summary>
internal static class Receipt
{
    private const int Context = 300;

    /// <summary>Writes the receipt.</summary>
    public static void Write(TextWriter output, ShownFinding shown, bool colour)
    {
        Finding f = shown.Finding;
        StoredFinding s = shown.Stored;
        Report r = shown.Report.Report;
        Line(output, $"{Bold(Title(f), colour)}  {s.Id}");
        foreach ((string name, string? value) in Fields(f)) Field(output, name, value);
        Field(output, "confidence", f.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        Line(output, "");
        Field(output, "report", Joined(" · ", r.Label, r.Title));
        Field(output, "outlet", Joined(" · ", r.Outlet, r.Author));
        Field(output, "published", r.Published is null ? "not shown by the text" : $"{Columns.Day(r.Published)} ({(r.PublishedBasis is { } b ? Codes.Of(b) : "")})");
        Field(output, "reckoned from", r.ReferenceDate is null ? null : $"{Columns.Day(r.ReferenceDate)} ({Codes.Of(r.ReferenceBasis)})");
        Field(output, "address", r.Uri);
        foreach (string uri in shown.Sources) Field(output, "also at", uri);
        Line(output, "");
        Line(output, Marked(f.In == TextPart.Title ? r.Title ?? "" : r.Text, f, colour));
        Line(output, "");
        Field(output, "rule", f.Rule);
        Field(output, "data", f.Data);
        Field(output, "notes", f.Notes.Count == 0 ? null : string.Join(", ", f.Notes));
        Field(output, "learned", s.Learned + (s.Retired is null ? "" : s.ByHand ? $", taken back {s.Retired}" : $", replaced {s.Retired} by a later coding"));
        if (shown.Verdict is { } v)
        {
            string into = v.Target is null ? "" : " into " + v.Target, by = v.Author is null ? "" : " by " + v.Author;
            Field(output, "verdict", $"{v.Verdict}{into} {v.Judged}{by}{(v.Why is null ? "" : ": " + v.Why)}");
            if (v.Mended is not null) Field(output, "was", Summary(v.ReadBefore()));
            if (v.State == JudgedState.Changed && v.ReadPresent() is { } now) Field(output, "coded now", $"{Summary(now)} (a later coding has changed it)");
            if (v.State == JudgedState.Gone) Field(output, "coded now", "no longer");
        }
        Others(output, "further tellings, merged into it", shown.Tellings);
        Others(output, "other findings of the sentence", shown.SameSentence);
    }

    private static void Others(TextWriter output, string head, IReadOnlyList<StoredFinding> findings)
    {
        if (findings.Count == 0) return;
        Line(output, "");
        Line(output, head);
        foreach (StoredFinding other in findings) Line(output, $"  {other.Id}  {SafeText.Line(Summary(other.Read()), 120)}");
    }

    /// <summary>What a finding says, in one line.</summary>
    public static string Summary(Finding f) => f switch
    {
        Event e => $"{Title(e)}: {Columns.Sides(e.Actors)}{(e.Recipients.Count > 0 ? " → " + Columns.Sides(e.Recipients) : "")} {Columns.Days(e.From, e.To)}".TrimEnd(),
        Statement s => $"{Title(s)}: {s.Speaker ?? s.Role ?? s.SpeakerCode}: {s.Content}",
        Tie t => $"{Title(t)}: {t.Subject} {(t.Polarity < 0 ? "not " : "")}{Codes.Of(t.Relation)} {t.Object}",
        Figure x => $"{Title(x)}: {Columns.Number(x.Value)} {x.Unit} {string.Join(", ", x.Actors)}".TrimEnd(),
        _ => $"{Title(f)}: {f.Sentence}",
    };

    /// <summary>The text around a finding's sentence with its words marked: in colour, else between « and ».</summary>
    public static string Marked(string text, Finding f, bool colour)
    {
        int from = Edge(text, Math.Max(0, f.Span.Start - Context), f.Span.Start, forward: true);
        int to = Edge(text, f.Span.End, Math.Min(text.Length, f.Span.End + Context), forward: false);
        var b = new StringBuilder("  ");
        if (from > 0) b.Append("… ");
        b.Append(Clean(text, from, f.Span.Start));
        int at = f.Span.Start;
        foreach (TextSpan mark in Marks(f))
        {
            b.Append(Bold(Clean(text, at, mark.Start), colour)).Append(colour ? "\u001b[1;33m" : "«").Append(Clean(text, mark.Start, mark.End)).Append(colour ? "\u001b[0m" : "»");
            at = mark.End;
        }
        int last = Math.Max(at, f.Span.End);
        b.Append(Bold(Clean(text, at, last), colour)).Append(Clean(text, last, Math.Max(last, to)));
        if (to < text.Length) b.Append(" …");
        return b.ToString();
    }

    private static string Title(Finding f) => f switch
    {
        Event e => $"{Codes.Of(e.Type)}{(e.Modes.Count > 0 ? "/" + string.Join('/', e.Modes) : "")} ({Codes.Of(e.Status)})",
        Statement s => $"statement ({Codes.Of(s.Form)})",
        Tie => "tie",
        Figure x => $"figure ({Codes.Of(x.Measure)})",
        Rule r => $"rule ({Codes.Of(r.Force)})",
        Commitment c => $"commitment ({Codes.Of(c.Stage)})",
        Expectation e => $"expectation ({Codes.Of(e.Likelihood)})",
        _ => f.GetType().Name.ToLowerInvariant(),
    };

    private static IEnumerable<(string Name, string? Value)> Fields(Finding f) => f switch
    {
        Event e =>
        [
            .. e.Actors.Select(p => ("actor", (string?)Side(p))), .. e.Recipients.Select(p => ("recipient", (string?)Side(p))), ("matter", e.Matter),
            ("date", e.From is null && e.To is null ? "not known" : Joined(" ", Columns.Days(e.From, e.To), e.DateBasis is { } b ? $"({Codes.Of(b)}{(e.DateText is null ? "" : $" from “{e.DateText}”")})" : null)),
            ("place", e.Place), ("modality", e.Modality is { } m ? Codes.Of(m) : null), ("context", e.Context.Count == 0 ? null : string.Join(", ", e.Context)), ("told by", e.AttributedTo), ("score", Columns.Number(e.Score)),
        ],
        Statement s =>
        [
            ("speaker", $"{s.Speaker ?? "not known"} ({s.SpeakerCode} {Codes.Of(s.SpeakerSector)})"), ("role", s.Role), ("cue", s.Cue), ("content", s.Content), ("about", s.About.Count == 0 ? null : string.Join(", ", s.About)),
            ("stance", s.Stance.Count == 0 ? null : string.Join(", ", s.Stance.Select(t => $"{(t.Polarity < 0 ? "against" : "for")} {t.Toward}"))),
        ],
        Tie t => [("says", $"{t.Subject} {(t.Polarity < 0 ? "not " : "")}{Codes.Of(t.Relation)} {t.Object}"), ("office", t.Office), ("place", t.Place), ("when", Columns.Days(t.From, t.To)), ("phase", Codes.Of(t.Phase))],
        Figure x => [("value", $"{Columns.Number(x.Value)} {x.Unit}"), ("of", string.Join(", ", x.Actors)), ("when", Columns.Days(x.From, x.To))],
        Rule r =>
        [
            ("bearer", string.Join(", ", r.Bearer)), ("act", r.Act), ("toward", string.Join(", ", r.Toward)), ("condition", r.Condition), ("consent of", r.ConsentOf), ("instrument", r.Instrument), ("when", Columns.Days(r.From, r.To)),
        ],
        Commitment c =>
        [
            ("by", string.Join(", ", c.By)), ("toward", string.Join(", ", c.Toward)), ("act", c.Act is { } act ? Codes.Of(act) : null), ("matter", c.Matter), ("amount", c.Amount is { } a ? $"{Columns.Number(a)} {c.Unit}" : null),
            ("due", Columns.Day(c.Due)), ("instrument", c.Instrument),
        ],
        Expectation e =>
        [
            ("by", e.By ?? "the report's author"), ("if", e.If), ("watched for", e.IfAct?.ToString()), ("then", e.Then), ("watched for", e.ThenAct?.ToString()), ("unless", e.Unless), ("horizon", Columns.Day(e.Horizon)), ("actors", string.Join(", ", e.Actors)),
        ],
        Aim a => [("of", a.Of), ("matter", a.Matter), ("toward", string.Join(", ", a.Toward)), ("ascribed by", a.AscribedBy ?? "the report's author")],
        _ => [],
    };

    private static string Side(Party p) => $"{p.Code} {Codes.Of(p.Sector)}{(p.Name is null ? "" : $" · {p.Name}")}{(p.Mention is null ? "" : $" · “{p.Mention}”")}";

    // Spans of a resolved party may lie in an earlier sentence; only those of the sentence are marked. Overlapping ones are merged.
    private static List<TextSpan> Marks(Finding f)
    {
        IEnumerable<TextSpan?> spans = f switch
        {
            Event e => e.Actors.Concat(e.Recipients).Select(p => p.Span).Append(e.CueSpan),
            Statement s => s.ContentSpan.Concat(s.CueSpan).Select(x => (TextSpan?)x).Append(s.SpeakerSpan),
            Tie t => [t.CueSpan],
            Figure x => [x.CueSpan],
            Commitment c => [Words(f, c.Matter)],
            Rule r => [Words(f, r.Condition)],
            Expectation e => [Words(f, e.If), Words(f, e.Then)],
            Aim a => [Words(f, a.Matter)],
            _ => [],
        };
        var marks = new List<TextSpan>();
        foreach (TextSpan span in spans.OfType<TextSpan>().Where(s => s.Length > 0 && (f.Span.Contains(s) || f is Statement)).Where(s => s.Start >= f.Span.Start).Order())
        {
            if (marks.Count > 0 && marks[^1].Overlaps(span)) marks[^1] = marks[^1].Union(span);
            else marks.Add(span);
        }
        return marks;
    }

    // These kinds give the report's own words, not their place.
    private static TextSpan? Words(Finding f, string? words) => string.IsNullOrEmpty(words) || f.Sentence.IndexOf(words, StringComparison.Ordinal) is not (>= 0 and var at) ? null : new TextSpan(f.Span.Start + at, f.Span.Start + at + words.Length);

    // Begins and ends between words.
    private static int Edge(string text, int low, int high, bool forward)
    {
        if (forward)
        {
            if (low == 0) return 0;
            int space = text.IndexOf(' ', low, high - low);
            return space < 0 ? high : space + 1;
        }
        if (high == text.Length) return high;
        int last = high > low ? text.LastIndexOf(' ', high - 1, high - low) : -1;
        return last < 0 ? low : last;
    }

    private static string Clean(string text, int from, int to)
    {
        to = Math.Min(to, text.Length);
        if (from >= to) return "";
        return string.Join("\n  ", text[from..to].Split('\n').Select(l => SafeText.Line(l)));
    }

    private static void Field(TextWriter output, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Line(output, $"  {name,-14}{SafeText.Line(value)}");
    }

    private static void Line(TextWriter output, string line)
    {
        output.Write(line);
        output.Write('\n');
    }

    private static string Bold(string text, bool colour) => colour && text.Length > 0 ? $"\u001b[1m{text}\u001b[0m" : text;

    private static string Joined(string by, params string?[] parts) => string.Join(by, parts.Where(p => !string.IsNullOrEmpty(p)));
}
