using System.Text;
using Annalist.Ingest;

namespace Annalist.Tests.Ingest;

public sealed class TextDecoderTests
{
    [Theory]
    [InlineData("“It’s done,” he said – in CafÃ© style it is not.", "“It’s done,” he said – in Café style it is not.")]
    [InlineData("â€œItâ€™s doneâ€\u009d, he said.", "“It’s done”, he said.")]
    [InlineData("Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ Ð² Ð¡Ð¾Ñ\u0084Ð¸Ð¸", "Сегодня в Софии")]
    [InlineData("Ã¢â‚¬â„¢", "’")]
    [InlineData("ZÃ¼rich, MÃ¡laga and â€“ Kraków", "Zürich, Málaga and – Kraków")]
    public void Damaged_stretches_are_mended(string damaged, string sound)
    {
        if (damaged.StartsWith("Ð¡Ðµ", StringComparison.Ordinal)) damaged = Damage(sound);
        Assert.Equal(sound, TextDecoder.Mend(damaged));
    }

    [Theory]
    [InlineData("Übergröße, naïve, São Paulo, “BOGOTÁ”, «СССР», Ñandú, Škoda, 5 °C, £20 – 30 €.")]
    [InlineData("Президент сказал: «Р» и «С» — буквы. РБК, СССР»")]
    [InlineData("NÃO É VERDADE, DISSE. A MAÇÃ ESTÁ AQUI")]
    [InlineData("")]
    public void Sound_text_stays_as_it_is(string text) => Assert.Same(text, TextDecoder.Mend(text));

    [Theory]
    [InlineData(1252, "Le ministre a déclaré à la presse que la décision était déjà prise, malgré l’opposition.")]
    [InlineData(1251, "Министр заявил журналистам, что решение уже принято, несмотря на возражения.")]
    [InlineData(20866, "Министр заявил журналистам, что решение уже принято, несмотря на возражения.")]
    [InlineData(1250, "Ministr řekl novinářům, že rozhodnutí již bylo přijato přes námitky opozice, která žádá změnu.")]
    public void Eight_bit_encodings_are_told_apart(int page, string text)
    {
        TextDecoder.Decode("a"u8);
        var decoded = TextDecoder.Decode(Encoding.GetEncoding(page).GetBytes(text));
        Assert.Equal(text, decoded.Text);
        Assert.Single(decoded.Notes);
    }

    [Fact]
    public void Marks_and_wide_encodings_are_read()
    {
        const string Text = "The ministers met in Vienna – “briefly”.";
        Assert.Equal(Text, TextDecoder.Decode([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)]).Text);
        Assert.Equal(Text, TextDecoder.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)]).Text);
        Assert.Equal(Text, TextDecoder.Decode(Encoding.BigEndianUnicode.GetBytes(Text)).Text);
        Assert.Null(TextDecoder.Decode([1, 0, 0, 0, 7, 0, 200, 0, 0]).Encoding);
    }

    private static string Damage(string sound) => string.Concat(Encoding.UTF8.GetBytes(sound).Select(b => Encoding.Latin1.GetString([b])));
}
