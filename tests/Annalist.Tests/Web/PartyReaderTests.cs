using Annalist.Model;
using Annalist.Web.Reviewing;
using Annalist.Worlds;

namespace Annalist.Tests.Web;

public sealed class PartyReaderTests
{
    private const string Sentence = "Kazakhstan and Poland opened a bridge.";
    private static readonly PartyReader Reader = new(World.Default);

    [Theory]
    [InlineData("KAZ/GOV", "KAZ/GOV")]
    [InlineData("kaz/mil", "KAZ/MIL")]
    [InlineData("KAZ/GOV A. Minister; POL", "KAZ/GOV A. Minister; POL/GOV")]
    [InlineData("unk", "unknown")]
    [InlineData("Unknown", "unknown")]
    [InlineData("unknown/MIL", "unknown/MIL")]
    [InlineData("KAZ/UNK", "KAZ/unknown")]
    [InlineData("KAZ/unknown", "KAZ/unknown")]
    [InlineData("UNK/GOV A. Stranger", "unknown/GOV A. Stranger")]
    [InlineData(" KAZ/GOV ;; POL/MED ", "KAZ/GOV; POL/MED")]
    [InlineData("Nursultan Nazarbayev", "KAZ/ELI Nursultan Nazarbayev")]
    [InlineData("", "")]
    public void Parties_are_read_as_codes_with_sectors_and_names_or_as_names_alone(string given, string expected) => Assert.Equal(expected, PartyReader.Write(Read(given)));

    [Fact]
    public void A_name_alone_is_the_actor_that_bears_it() => Assert.Equal(("KAZ", null, "Kazakhstan"), Read("Kazakhstan") is [var p] ? (p.Code, p.Name, p.Mention) : default);

    [Fact]
    public void A_new_party_is_looked_for_in_its_sentence()
    {
        Party party = Assert.Single(Read("POL/GOV"));
        Assert.Equal(("Poland", new TextSpan(115, 121)), (party.Mention, party.Span));
        Assert.Equal((null, null), Read("USA/GOV") is [var other] ? (other.Mention, other.Span) : default);
    }

    [Fact]
    public void A_party_that_was_not_changed_keeps_its_mention_and_one_without_a_sector_keeps_the_one_it_had()
    {
        var before = new Party("KAZ", Sector.Mil, "B. General; retired", "the general", new TextSpan(0, 11));
        Assert.Same(before, Assert.Single(Read("KAZ/MIL B. General, retired", before)));
        Assert.Equal("KAZ/MIL", PartyReader.Write(Read("KAZ", before)));
        Assert.Equal("Kazakhstan", Assert.Single(Read("KAZ/GOV", before)).Mention);
    }

    [Theory]
    [InlineData("KAZ/KING", "is no sector", "GOV")]
    [InlineData("Nobody of this name", "No pack knows", "UNK")]
    [InlineData("Congo", "may be", "code")]
    [InlineData("XQX/GOV", "No pack knows", "UNK")]
    [InlineData("KAZ; XQX", "No pack knows", "UNK")]
    public void What_cannot_be_read_is_refused(string given, string message, string remedy)
    {
        FieldException e = Assert.Throws<FieldException>(() => Read(given));
        Assert.Equal("Actors", e.Field);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_are_read_from_names_once_each_and_what_no_pack_knows_may_be_kept()
    {
        Assert.Equal(["KAZ", "UNK", "POL"], Reader.ReadAll("About", "kaz, UNK; Kazakhstan, Poland"));
        Assert.Equal("POL", Reader.ReadOrKeep(" Poland "));
        Assert.Equal("open doors", Reader.ReadOrKeep(" open doors "));
        Assert.Throws<FieldException>(() => Reader.Read("About", "  "));
    }

    private static IReadOnlyList<Party> Read(string given, params Party[] before) => Reader.ReadParties("Actors", given, before, Sentence, 100);
}
