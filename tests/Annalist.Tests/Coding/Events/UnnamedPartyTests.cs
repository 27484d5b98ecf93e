using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Events;

/// <summary>Parties that no word of the sentence names: pairs, thirds, the owners of what is backed or lifted.</summary>
public sealed class UnnamedPartyTests
{
    private static Event One(string text, EventType type) => Coder.Default.Code(text).Events.Last(e => e.Type == type);

    private static string Codes(IEnumerable<Party> parties) => string.Join(' ', parties.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Both_stands_for_the_pair_named_before()
    {
        Assert.Equal("BOL CHL", Codes(One("Chile and Bolivia clashed over the border on Monday. Peru urged both to withdraw their troops.", EventType.Request).Recipients));
    }

    [Fact]
    public void The_two_neighbours_are_the_pair_whatever_adjective_they_bear()
    {
        Assert.Equal("BOL CHL", Codes(One("Chile and Bolivia signed a protocol, a week after heavy fighting between the two Andean neighbours.", EventType.Assault).Actors));
    }

    [Fact]
    public void A_third_who_calls_for_talks_calls_on_the_two_that_fight()
    {
        Assert.Equal("BOL CHL", Codes(One("Troops of Chile and Bolivia clashed on Monday. Peru called for talks.", EventType.Request).Recipients));
    }

    [Fact]
    public void Between_has_two_though_the_tree_hangs_the_second_too_low()
    {
        Assert.Equal("AUT HUN", Codes(One("A meeting was held between the President of Austria and the President of Hungary.", EventType.Consult).Actors));
    }

    [Fact]
    public void A_body_is_of_the_state_that_stands_behind_what_it_is_for()
    {
        Assert.Equal("CHL", Codes(One("Bolivian soldiers opened fire on a post of the State Committee for Border Security of the Republic of Chile.", EventType.Assault).Recipients));
    }

    [Fact]
    public void The_object_is_not_the_subject_itself()
    {
        Assert.Equal("CHL", Codes(One("Chile awaits guests. The president of Bolivia visited the republic on Monday.", EventType.Consult).Recipients));
    }

    [Fact]
    public void The_request_that_is_backed_is_of_who_made_it()
    {
        Assert.Equal("SRB", Codes(One("Serbia asked the Security Council for a session. Russia backed the request.", EventType.Support).Recipients));
    }

    [Fact]
    public void A_ban_is_lifted_for_whom_it_was_imposed_on()
    {
        Assert.Equal("NER", Codes(One("The European Union lifted the sanctions that it had imposed on Niger.", EventType.Concede).Recipients));
    }
}
