using Annalist.Model;

namespace Annalist.Tests.Model;

public sealed class SpanAndRangeTests
{
    [Fact]
    public void A_span_cuts_half_open_in_utf16_units()
    {
        Assert.Equal("🙂", new TextSpan(1, 3).Cut("a🙂b"));
        Assert.Equal("", new TextSpan(2, 2).Cut("abc"));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new TextSpan(2, 9).Cut("abc"));
    }

    [Fact]
    public void Spans_that_only_touch_do_not_overlap()
    {
        Assert.False(new TextSpan(0, 3).Overlaps(new TextSpan(3, 5)));
        Assert.True(new TextSpan(0, 4).Overlaps(new TextSpan(3, 5)));
        Assert.True(new TextSpan(0, 5).Contains(new TextSpan(3, 5)));
        Assert.Equal(new TextSpan(0, 9), new TextSpan(5, 9).Union(new TextSpan(0, 2)));
        Assert.True(new TextSpan(0, 2) < new TextSpan(0, 3));
    }

    [Fact]
    public void A_range_includes_both_ends()
    {
        DateRange month = DateRange.Month(2024, 2);
        Assert.Equal(29, month.Days);
        Assert.True(month.Contains(new DateOnly(2024, 2, 29)));
        Assert.False(month.Contains(new DateOnly(2024, 3, 1)));
        Assert.True(month.Overlaps(DateRange.Day(new DateOnly(2024, 2, 1))));
        Assert.Equal("2024-02-01..2024-02-29", month.ToString());
        Assert.Equal(366, DateRange.Year(2024).Days);
    }

    [Fact]
    public void A_fingerprint_tells_parts_apart()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint.Of("abc"));
        Assert.NotEqual(Fingerprint.Short("ab", "c"), Fingerprint.Short("a", "bc"));
        Assert.NotEqual(Fingerprint.Short("a", null), Fingerprint.Short("a"));
        Assert.Equal(12, Fingerprint.Short("a").Length);
    }
}
