using Annalist.Worlds;
using BenchmarkDotNet.Attributes;

namespace Annalist.Benchmarks;

/// <summary>Questions over a world of a hundred thousand facts, twenty of a kind an operation.</summary>
[MemoryDiagnoser]
public class WorldBenchmarks
{
    private WorldFixture fixture = null!;
    private Questions questions = null!;
    private List<Question> asked = [];

    /// <summary>The kind of question.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    /// <summary>All kinds.</summary>
    public static IEnumerable<string> Kinds => WorldFixture.Kinds;

    /// <summary>Makes the world and the questions.</summary>
    [GlobalSetup]
    public void Make()
    {
        fixture = WorldFixture.Make(100_000);
        questions = new Questions(SystemView.Of(fixture.World, fixture.Told));
        asked = fixture.Ask(Kind, 20);
    }

    /// <summary>Answers twenty questions.</summary>
    [Benchmark]
    public int Ask() => asked.Sum(q => questions.Ask(q).Lines.Count);
}
