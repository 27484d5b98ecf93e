using Annalist.Model;
using Annalist.Tests.Model;
using Annalist.Web.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Annalist.Tests.Web;

/// <summary>Marks over a text, and the page as it came.</summary>
public sealed class SegmentTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20251121UL, 7UL), null))).WithQuietOnSuccess(true);
    private static readonly Arbitrary<int[]> Numbers = Gen.Choose(0, 40).ArrayOf().ToArbitrary();

    [Fact]
    public void Segments_cover_the_stretch_exactly_once_and_have_the_marks_over_them() => Holds(numbers =>
    {
        var within = new TextSpan(5, 35);
        Mark[] marks = [.. numbers.Zip(numbers.Skip(1)).Where(p => p.First != p.Second).Select((p, i) => new Mark(new TextSpan(Math.Min(p.First, p.Second), Math.Max(p.First, p.Second)), TextPart.Text, "event", $"m{i}", "cue"))];
        IReadOnlyList<Segment> segments = Segment.Cut(within, marks);
        bool joined = segments[0].Span.Start == 5 && segments[^1].Span.End == 35 && segments.Zip(segments.Skip(1)).All(p => p.First.Span.End == p.Second.Span.Start) && segments.All(s => s.Span.Length > 0);
        bool marked = segments.All(s => Enumerable.Range(s.Span.Start, s.Span.Length).All(at => marks.Where(m => m.Span.Start <= at && at < m.Span.End).Select(m => m.Id).Order(StringComparer.Ordinal).SequenceEqual(s.Marks.Select(m => m.Id).Order(StringComparer.Ordinal))));
        bool narrowest = segments.All(s => s.Marks.Zip(s.Marks.Skip(1)).All(p => p.First.Span.Length <= p.Second.Span.Length));
        return joined && marked && narrowest;
    });

    [Fact]
    public void Marks_in_another_order_cut_the_same() => Holds(numbers =>
    {
        Mark[] marks = [.. numbers.Distinct().Select(n => new Mark(new TextSpan(n, n + 3), TextPart.Text, "tie", $"m{n}", "cue"))];
        return Shown(marks) == Shown([.. marks.Reverse()]);

        static string Shown(Mark[] marks) => string.Join('|', Segment.Cut(new TextSpan(0, 43), marks).Select(s => $"{s.Span}{string.Join(',', s.Marks.Select(m => m.Id))}"));
    });

    [Fact]
    public void Paragraphs_hold_all_words_once_in_order() => Holds(numbers =>
    {
        string text = string.Concat(numbers.Select(n => n % 3 == 0 ? "\n" : n % 3 == 1 ? "\n\n" : $"w{n} "));
        IReadOnlyList<TextSpan> paragraphs = Segment.Paragraphs(text);
        return string.Concat(paragraphs.Select(p => p.Cut(text))).Replace("\n", "", StringComparison.Ordinal) == text.Replace("\n", "", StringComparison.Ordinal)
            && paragraphs.All(p => !p.Cut(text).Contains("\n\n", StringComparison.Ordinal) && p.Length > 0) && paragraphs.Zip(paragraphs.Skip(1)).All(p => p.First.End < p.Second.Start);
    });

    [Fact]
    public void Laid_over_a_page_every_paragraph_stands_once_in_order_and_every_other_line_is_left_out_once() => Holds(numbers =>
    {
        // An even number is a paragraph of the article, an odd one a line of the page's own.
        string[] words = [.. numbers.Select((n, i) => n % 2 == 0 ? $"Paragraph {i} of the article." : $"Noise {i}")];
        string article = string.Join("\n\n", words.Where(w => w[0] == 'P')), page = string.Join('\n', words.Select(w => "  " + w.Replace(" ", "  ", StringComparison.Ordinal)));
        IReadOnlyList<PagePiece> pieces = PagePiece.Lay(article, page, null);
        return string.Join('|', pieces.SelectMany(p => p.Paragraph is { } span ? [span.Cut(article)] : p.Noise.Select(l => l.Replace("  ", " ", StringComparison.Ordinal)))) == string.Join('|', words);
    });

    [Fact]
    public void The_title_is_not_shown_again_among_what_was_left_out()
    {
        IReadOnlyList<PagePiece> pieces = PagePiece.Lay("They met.\n\nThey left.", "MENU\nA title\nThey  met.\nAdvertisement\nThey left.\nContact", "A title");
        Assert.Equal(["MENU", "0", "Advertisement", "11", "Contact"], pieces.Select(p => p.Paragraph?.Start.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Join('/', p.Noise)));
    }

    [Fact]
    public void A_paragraph_that_the_page_does_not_have_is_shown_all_the_same()
    {
        IReadOnlyList<PagePiece> pieces = PagePiece.Lay("They met.\n\nNobody wrote this.\n\nThey left.", "They met.\nMenu\nThey left.", null);
        Assert.Equal(3, pieces.Count(p => p.Paragraph is not null));
        Assert.Equal("Menu", Assert.Single(pieces, p => p.Paragraph is null).Noise[0]);
        Assert.Equal(3, PagePiece.Lay("They met.\n\nNobody wrote this.\n\nThey left.", null, null).Count);
        Assert.Empty(PagePiece.Lay("", null, null));
    }

    [Fact]
    public void A_finding_of_every_kind_has_a_mark_inside_its_text()
    {
        foreach (Finding f in Samples.Full.Concat(Samples.Bare))
        {
            Mark[] marks = [.. Mark.Of(f)];
            Assert.NotEmpty(marks);
            Assert.All(marks, m => Assert.Equal((f.Id, f.In, FindingText.Kind(f)), (m.Id, m.In, m.Kind)));
            Assert.All(marks, m => Assert.InRange(m.Span.End, m.Span.Start + 1, Samples.Text.Length));
            Assert.Contains(marks, m => m.Role is "cue" or "content" or "sentence");
        }
    }

    [Fact]
    public void An_event_marks_its_cue_and_its_parties_and_words_that_stand_in_the_sentence_are_found_there()
    {
        Assert.Equal(["cue [18,21)", "actor [0,17)", "recipient [8,17)"], Mark.Of(Samples.Full[0]).Select(m => $"{m.Role} {m.Span}"));
        Assert.Equal(["sentence [0,43)"], Mark.Of(Samples.Full[7]).Select(m => $"{m.Role} {m.Span}"));
        Assert.Equal(["cue [22,31)"], Mark.Of((Aim)Samples.Full[7] with { Matter = "in Vienna" }).Select(m => $"{m.Role} {m.Span}"));
    }

    private static void Holds(Func<int[], bool> property) => Prop.ForAll(Numbers, property).Check(Runs);
}
