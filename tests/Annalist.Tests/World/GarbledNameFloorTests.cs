using System.Globalization;
using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;
using Annalist.Tests.House;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

/// <summary>The packs that come with the program on garbles and near misses of their names (garbled.tsv), each in a plain sentence.</summary>
public sealed class GarbledNameFloorTests
{
    private static readonly (string Words, string Meant)[] Lines =
        [.. File.ReadLines(Path.Combine(Repo.Root, "tests", "Annalist.Tests", "World", "garbled.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t')).Select(c => (c[0], c[1]))];

    private static readonly NameSpotter Spotter = new(Coder.Default.World);

    [Fact]
    public void Typical_garbles_are_read_as_the_name_they_stand_for()
    {
        string[] missed = [.. Lines.Where(l => l.Meant.Length > 0 && !Read(l.Words, _ => true).Contains(l.Meant)).Select(l => l.Words)];
        double recall = 1 - ((double)missed.Length / Lines.Count(l => l.Meant.Length > 0));
        Assert.True(recall >= 0.86, string.Create(CultureInfo.InvariantCulture, $"recall {recall:0.000}, missed: {string.Join("; ", missed)}"));
    }

    [Fact]
    public void Other_people_places_and_plain_words_stay_what_they_are()
    {
        string[] taken = [.. Lines.Where(l => l.Meant.Length == 0 && Read(l.Words, d => d.Notes.Contains(NoteIds.ActorGarbled)).Length > 0).Select(l => l.Words)];
        double rate = (double)taken.Length / Lines.Count(l => l.Meant.Length == 0);
        Assert.True(rate <= 0.01, string.Create(CultureInfo.InvariantCulture, $"{rate:0.000}: {string.Join("; ", taken)}"));
    }

    [Fact]
    public void A_garble_is_shown_beside_the_name_with_less_confidence()
    {
        var coding = Coder.Default.Code("Lukaschenko met Tokajew in Astana on Monday.");
        Party party = Assert.Single(coding.Events.SelectMany(e => e.Actors.Concat(e.Recipients)), p => p.Mention == "Tokajew");
        Assert.Equal(("KAZ", "Kassym-Jomart Tokayev"), (party.Code, party.Name));
        Assert.Contains(NoteIds.ActorGarbled, coding.Events[0].Notes);
        double plain = Coder.Default.Code("Lukashenko met Tokayev in Astana on Monday.").Events[0].Confidence;
        Assert.True(coding.Events[0].Confidence < plain);
    }

    private static string[] Read(string words, Func<Draft, bool> which)
    {
        string text = $"The list speaks of {words} as well.";
        IReadOnlyList<Sentence> sentences = Analyzer.Default.Analyze(text);
        return [.. Spotter.Find(text, sentences, Coder.Default.World.Names.Find(text), null).Names.Where(which).Select(d => d.Person is string id ? Coder.Default.World.Person(id)!.Name : d.Codes.FirstOrDefault() ?? "")];
    }
}
