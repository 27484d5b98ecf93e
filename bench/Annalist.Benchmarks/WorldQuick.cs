using System.Globalization;
using Annalist.Worlds;

namespace Annalist.Benchmarks;

/// <summary>How long a world of a hundred thousand facts takes to be viewed, and each kind of question to be answered: <c>--quick world [facts]</c>.</summary>
internal static class WorldQuick
{
    private const int Count = 200;

    public static void Run(int facts)
    {
        WorldFixture fixture = WorldFixture.Make(facts);
        SystemView.Of(fixture.World, fixture.Told.Take(1000));
        double[] building = [.. Enumerable.Range(0, 3).Select(_ => Time(() => SystemView.Of(fixture.World, fixture.Told)))];
        Print($"{fixture.Facts} facts, {fixture.World.Actors.Count} actors; the view is built in {building.Min():F0} ms (worst {building.Max():F0})");
        var questions = new Questions(SystemView.Of(fixture.World, fixture.Told));
        Print($"{"kind",-18} {"first",8} {"median",8} {"worst",8} ms  answered");
        foreach (string kind in WorldFixture.Kinds)
        {
            List<Question> asked = fixture.Ask(kind, Count);
            int known = 0;
            double first = Time(() => questions.Ask(asked[0]));
            double[] times = [.. asked.Select(q => Time(() => known += questions.Ask(q).Value is not null ? 1 : 0)).Order()];
            Print($"{kind,-18} {first,8:F2} {times[Count / 2],8:F2} {times[^1],8:F2}     {known} of {Count}");
        }
    }

    private static double Time(Action action)
    {
        // Processor time of this process: the figure means the same on a busy machine.
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
