using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Ties;

/// <summary>Who holds which office, in the shapes in which the press names it. All persons are invented.</summary>
public sealed class OfficeTests
{
    [Theory]
    [InlineData("The Norwegian ambassador in Vienna, Per Haldorsen, opened the fair.", "Per Haldorsen", "NOR", "ambassador in Vienna")]
    [InlineData("A NATO spokesman, Lieutenant Colonel Piet Vandaele, described the exercise.", "Piet Vandaele", "NATO", "spokesman")]
    [InlineData("The Danish foreign minister, Dr Signe Ravnkilde, spoke in Vienna.", "Signe Ravnkilde", "DNK", "foreign minister")]
    public void A_title_gives_its_holder_an_office(string text, string person, string of, string office)
    {
        Tie tie = Assert.Single(Offices(text));
        Assert.Equal((person, of), (tie.Subject, tie.Object));
        Assert.Contains(office, tie.Office!, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Answering a question of the ambassador of Sweden, Per Haldorsen noted that it was late.")]
    [InlineData("Former Danish foreign minister Signe Ravnkilde wrote a book.")]
    [InlineData("General Piet Vandaele of Belgium retired.")]
    [InlineData("A Norwegian diplomat, Per Haldorsen, attended.")]
    public void No_office_is_read_into_it(string text) => Assert.Empty(Offices(text));

    [Fact]
    public void Several_presidents_hold_one_office_each()
    {
        string[] got = [.. Offices("Presidents Emmanuel Macron and Volodymyr Zelensky met in Paris in June 2024.").Select(t => $"{t.Subject} {t.Object} {t.Office}")];
        Assert.Equal(["Emmanuel Macron FRA president", "Volodymyr Zelensky UKR president"], got);
    }

    private static IReadOnlyList<Tie> Offices(string text) => [.. Coder.Default.Code(text).Findings.OfType<Tie>().Where(t => t.Relation == Relation.HoldsOffice)];
}
