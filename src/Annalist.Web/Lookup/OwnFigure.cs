using System.Text.Json;
using System.Text.Json.Serialization;

namespace Annalist.Web.Lookup;

/// <summary>A line of the program's own accuracy card (data/accuracy.json), as it stands in the README too.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figure">What came of it.</param>
/// <param name="On">On how much; empty where <paramref name="What"/> says it.</param>
/// <param name="Set">On which data.</param>
/// <param name="Date">On which day.</param>
/// <param name="Command">How to measure it again.</param>
internal sealed record OwnFigure(string What, string Figure, string On, string Set, DateOnly Date, string Command)
{
    /// <summary>The whole card.</summary>
    public static IReadOnlyList<OwnFigure> Card { get; } = Load();

    private static IReadOnlyList<OwnFigure> Load()
    {
        using Stream stream = typeof(OwnFigure).Assembly.GetManifestResourceStream("accuracy.json")!;
        return JsonSerializer.Deserialize(stream, OwnFigureContext.Default.OwnFigureCard)!.Rows;
    }
}

/// <summary>The file.</summary>
internal sealed record OwnFigureCard(IReadOnlyList<OwnFigure> Rows);

/// <summary>The generated reader.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OwnFigureCard))]
internal sealed partial class OwnFigureContext : JsonSerializerContext;
