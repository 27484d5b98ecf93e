using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Events;

/// <summary>Where an act was: in its own sentence, in the clause it belongs to, or told before.</summary>
public sealed class PlaceTests
{
    private static IReadOnlyList<Event> Code(string text) => Coder.Default.Code(text).Events;

    private static Event One(string text, EventType type) => Code(text).Last(e => e.Type == type);

    [Fact]
    public void What_is_agreed_in_a_town_is_not_done_there()
    {
        const string Text = "On Friday in Geneva the presidents of Chile and Bolivia met and agreed to withdraw their troops.";
        Assert.Equal("Geneva", One(Text, EventType.Consult).Place);
        Assert.Null(One(Text, EventType.Retreat).Place);
    }

    [Fact]
    public void A_town_that_is_the_subject_is_no_place_of_a_phrase_before_it()
    {
        Assert.Null(One("At the same time Vienna demanded that Hungary release the prisoners.", EventType.Request).Place);
    }

    [Fact]
    public void The_town_of_a_thing_spoken_of_is_not_where_it_is_spoken_of()
    {
        Assert.Null(One("Austria proposed to turn the old customs house in Geneva into a centre.", EventType.Agree).Place);
    }

    [Fact]
    public void What_opens_the_sentence_is_the_scene_of_what_is_done_in_it()
    {
        Assert.Equal("Graz", One("In Graz, several hundred people gathered on Sunday to demand peace; Austrian police dispersed them.", EventType.Coerce).Place);
    }

    [Fact]
    public void Where_points_to_the_place_before()
    {
        Assert.Equal("Austria", One("The president of Hungary flew to Austria on May 3, where he will hold talks with the president of Austria.", EventType.Consult).Place);
    }

    [Fact]
    public void A_seat_of_power_is_a_town_too()
    {
        Assert.Equal("Brussels", One("The ministers of Chile and Bolivia met in Brussels on Tuesday.", EventType.Consult).Place);
    }

    [Fact]
    public void The_same_meeting_told_again_is_where_it_was()
    {
        Assert.Equal("Geneva", One("The president of Chile met the president of Bolivia in Geneva. The talks between Chile and Bolivia lasted two hours.", EventType.Consult).Place);
    }

    [Fact]
    public void What_has_happened_is_not_the_meeting_still_to_come()
    {
        Assert.Null(One("The president of Chile will meet the president of Bolivia in Geneva. Last year the president of Chile met the president of Bolivia.", EventType.Consult).Place);
    }
}
