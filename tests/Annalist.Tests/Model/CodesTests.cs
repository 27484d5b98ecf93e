using Annalist.Model;

namespace Annalist.Tests.Model;

public sealed class CodesTests
{
    [Fact]
    public void Every_member_of_every_enum_is_read_back_as_itself()
    {
        Check<EventType>();
        Check<Sector>();
        Check<EventStatus>();
        Check<Modality>();
        Check<DateBasis>();
        Check<StatementForm>();
        Check<Relation>();
        Check<Phase>();
        Check<Measure>();
        Check<RuleForce>();
        Check<CommitmentStage>();
        Check<Likelihood>();
        Check<PublishedBasis>();
        Check<ReferenceBasis>();
        Check<TextPart>();
        Check<Severity>();
        Check<Standing>();
    }

    [Fact]
    public void Spellings_are_the_codebooks()
    {
        Assert.Equal("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT", string.Join(' ', Codes.All<EventType>()));
        Assert.Equal("GOV MIL LEG JUD COP SPY PTY OPP REB PRM UAF JRN EDU BUS CVL SOC REL ELI CRM LAB AGR MED REF PRE IGO UNK", string.Join(' ', Codes.All<Sector>()));
        Assert.Equal("occurred ongoing planned possible denied", string.Join(' ', Codes.All<EventStatus>()));
        Assert.Equal("may goal attempt expected offered conditional", string.Join(' ', Codes.All<Modality>()));
        Assert.Equal("agreed ended floated in_force proposed suspended", string.Join(' ', Codes.All<Phase>().Order(StringComparer.Ordinal)));
        Assert.Equal("trade export import investment aid loan finance troops casualties people share price other", string.Join(' ', Codes.All<Measure>()));
        Assert.Equal("must may must_not", string.Join(' ', Codes.All<RuleForce>()));
        Assert.Equal("broken delivered floated funded lapsed pledged signed under_way", string.Join(' ', Codes.All<CommitmentStage>().Order(StringComparer.Ordinal)));
        Assert.Contains("hosts_forces_of", Codes.All<Relation>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("agree")]
    [InlineData("Agree")]
    [InlineData("3")]
    public void What_is_no_spelling_is_null(string? text) => Assert.Null(Codes.Parse<EventType>(text));

    private static void Check<T>() where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>()) Assert.Equal(value, Codes.Parse<T>(Codes.Of(value)));
        Assert.Equal(Enum.GetValues<T>().Length, Codes.All<T>().Distinct(StringComparer.Ordinal).Count());
    }
}
