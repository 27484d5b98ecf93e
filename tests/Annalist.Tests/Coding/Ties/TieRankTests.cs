using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Ties;

public sealed class TieRankTests
{
    [Theory]
    [InlineData("China remains the main trading partner of Brazil.", 1)]
    [InlineData("Germany is the largest trading partner of Poland.", 1)]
    [InlineData("Germany is the second largest trading partner of Hungary.", 2)]
    public void A_superlative_gives_the_rank(string text, int rank) => Assert.Contains(Coder.Default.Code(text).Ties, t => t.Relation == Relation.DependsOn && t.Rank == rank);

    [Theory]
    [InlineData("Lithuania relies on Norway for its gas.")]
    [InlineData("Armenia has close ties with Iran.")]
    public void Without_one_no_rank_is_guessed(string text) => Assert.All(Coder.Default.Code(text).Ties, t => Assert.Null(t.Rank));
}
