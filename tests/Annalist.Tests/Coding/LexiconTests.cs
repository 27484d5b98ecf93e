using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding;

/// <summary>Every sense fires in its examples with the parties promised, and is silent in its near misses.</summary>
public sealed class LexiconTests
{
    private static readonly IReadOnlyList<Sense> Senses = Coder.Default.Codebook.Senses;

    public static TheoryData<string> Files => [.. Enum.GetValues<EventType>().Select(t => Codes.Of(t).ToLowerInvariant())];

    [Fact]
    public void There_are_at_least_250_senses_over_all_16_types()
    {
        Assert.True(Senses.Count >= 250, $"{Senses.Count} senses");
        Assert.Equal(16, Senses.Select(s => s.Type).Distinct().Count());
    }

    [Fact]
    public void Every_sense_has_an_example_and_a_near_miss()
    {
        Assert.Empty(Senses.Where(s => s.Fires.Count == 0 || s.Silent.Count == 0).Select(s => s.Id));
    }

    [Fact]
    public void No_two_examples_share_a_frame_with_names_and_numbers_swapped()
    {
        var doubled = Senses.SelectMany(s => s.Fires.Select(x => x.Text).Concat(s.Silent).Select(x => (s.Id, Frame: Frame(x), Text: x)))
            .GroupBy(x => x.Frame).Where(g => g.Count() > 1).Select(g => string.Join(" | ", g.Select(x => $"{x.Id}: {x.Text}")));
        Assert.Empty(doubled);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_fire_with_their_parties(string type)
    {
        var wrong = new List<string>();
        foreach (Sense sense in Of(type))
        {
            foreach (SenseExample x in sense.Fires)
            {
                IReadOnlyList<Event> events = Coder.Default.Code(x.Text).Events;
                if (!events.Any(e => e.Rule == sense.Id && Same(e.Actors, x.Actors) && Same(e.Recipients, x.Recipients) && e.Status == (x.Status ?? EventStatus.Occurred) && (x.Modes is null || x.Modes.SequenceEqual(e.Modes))))
                {
                    wrong.Add($"{sense.Id}: {x.Text}\n      wanted [{string.Join(',', x.Actors)}] -> [{string.Join(',', x.Recipients)}] {Codes.Of(x.Status ?? EventStatus.Occurred)} {string.Join('/', x.Modes ?? [])}; got {string.Join("; ", events.Select(Line))}");
                }
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Of(type).Sum(s => s.Fires.Count)} examples of {type} do not fire as promised:\n  " + string.Join("\n  ", wrong));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Near_misses_stay_silent(string type)
    {
        var wrong = new List<string>();
        foreach (Sense sense in Of(type))
        {
            foreach (string text in sense.Silent)
            {
                if (Coder.Default.Code(text).Events.Any(e => e.Rule == sense.Id)) wrong.Add($"{sense.Id}: {text}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} near misses of {type} fire:\n  " + string.Join("\n  ", wrong));
    }

    /// <summary>The sentence with every run of names and numbers as one mark.</summary>
    private static string Frame(string text)
    {
        var words = new List<string>();
        foreach (string word in text.Split([' ', ',', '.', ';', ':', '"', '\'', '-', '(', ')', '?', '!', '“', '”', '’'], StringSplitOptions.RemoveEmptyEntries))
        {
            string mark = char.IsUpper(word[0]) || char.IsDigit(word[0]) ? "#" : word;
            if (mark != "#" || words.Count == 0 || words[^1] != "#") words.Add(mark);
        }
        return string.Join(' ', words);
    }

    private static IEnumerable<Sense> Of(string type) => Senses.Where(s => Codes.Of(s.Type).Equals(type, StringComparison.OrdinalIgnoreCase));

    private static bool Same(IReadOnlyList<Party> parties, IReadOnlyList<string> codes)
    {
        var got = parties.Select(p => p.Code).Where(c => c != "UNK").ToHashSet();
        return got.SetEquals(codes.Where(c => c != "UNK"));
    }

    private static string Line(Event e) => $"{e.Rule} {Codes.Of(e.Type)} {Codes.Of(e.Status)} {string.Join('/', e.Modes)} [{string.Join(',', e.Actors.Select(a => a.Code))}] -> [{string.Join(',', e.Recipients.Select(a => a.Code))}]";
}
