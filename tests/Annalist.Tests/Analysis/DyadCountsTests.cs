using Annalist.Analysis;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Annalist.Tests.Store;

namespace Annalist.Tests.Analysis;

public sealed class DyadCountsTests
{
    [Fact]
    public void The_busiest_pair_comes_first_whoever_acts()
    {
        using var folder = new TemporaryFolder();
        using RecordStore store = RecordStore.Open(folder.File("r.db"));
        var e = (Event)Samples.Full[0];
        Finding[] events = [Act("1", "AAA", "BBB"), Act("2", "BBB", "CCC"), Act("3", "CCC", "BBB"), Act("4", "CCC", "CCC")];
        store.Write(Samples.FullReport(), events, "d", DateTimeOffset.UnixEpoch);
        Assert.Equal([("BBB", "CCC", 2), ("AAA", "BBB", 1)], DyadCounts.Busiest(store, 5).Select(d => (d.A, d.B, d.Count)));
        Assert.Single(DyadCounts.Busiest(store, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DyadCounts.Busiest(store, 0));

        Event Act(string id, string who, string whom) =>
            e with { Id = id, Actors = [new Party(who, Sector.Gov, null, null, null)], Recipients = [new Party(whom, Sector.Gov, null, null, null)] };
    }
}
