using Annalist.Model;

namespace Annalist.Web.Text;

/// <summary>Words of a text that a finding rests on.</summary>
/// <param name="Span">Where, in the text or the title.</param>
/// <param name="In">In which of the two.</param>
/// <param name="Kind">Kind of the finding: <c>event statement tie figure rule commitment expectation aim</c>.</param>
/// <param name="Id">Id of the finding.</param>
/// <param name="Role">What the words are to it: <c>cue actor recipient speaker content sentence</c>.</param>
public sealed record Mark(TextSpan Span, TextPart In, string Kind, string Id, string Role)
{
    /// <summary>The marks of a finding. What names no words of its own marks its sentence.</summary>
    public static IEnumerable<Mark> Of(Finding f)
    {
        string kind = FindingText.Kind(f);
        var marks = new List<Mark>();
        switch (f)
        {
            case Event e:
                Add(e.CueSpan, "cue");
                foreach (Party p in e.Actors) Add(p.Span, "actor");
                foreach (Party p in e.Recipients) Add(p.Span, "recipient");
                break;
            case Statement s:
                foreach (TextSpan x in s.CueSpan) Add(x, "cue");
                foreach (TextSpan x in s.ContentSpan) Add(x, "content");
                Add(s.SpeakerSpan, "speaker");
                break;
            case Tie t:
                Add(t.CueSpan, "cue");
                break;
            case Figure x:
                Add(x.CueSpan, "cue");
                break;
            case Commitment c:
                Words(c.Matter);
                break;
            case Rule r:
                Words(r.Condition);
                break;
            case Expectation e:
                Words(e.If);
                Words(e.Then);
                break;
            case Aim a:
                Words(a.Matter);
                break;
        }
        if (!marks.Any(m => m.Role is "cue" or "content")) marks.Add(new Mark(f.Span, f.In, kind, f.Id, "sentence"));
        return marks;

        void Add(TextSpan? span, string role)
        {
            if (span is { Length: > 0 } s) marks.Add(new Mark(s, f.In, kind, f.Id, role));
        }

        // These kinds give the report's own words, not their place.
        void Words(string? words)
        {
            if (!string.IsNullOrEmpty(words) && f.Sentence.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at) Add(new TextSpan(f.Span.Start + at, f.Span.Start + at + words.Length), "cue");
        }
    }
}
