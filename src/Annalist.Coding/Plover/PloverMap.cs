using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>How acts of the codebook are told in PLOVER, which knows no planned acts (<c>data/codebook/plover.json</c>). Immutable.</summary>
public sealed class PloverMap
{
    private readonly FrozenDictionary<EventType, PlannedAct?> planned;
    private readonly FrozenSet<EventStatus> leftOut;
    private readonly FrozenDictionary<string, string> contexts;

    private PloverMap(FrozenDictionary<EventType, PlannedAct?> planned, FrozenSet<EventStatus> leftOut, FrozenDictionary<string, string> contexts)
    {
        this.planned = planned;
        this.leftOut = leftOut;
        this.contexts = contexts;
    }

    /// <summary>Reads <c>plover.json</c>.</summary>
    /// <param name="folder">The codebook's folder.</param>
    /// <param name="codebook">Types, modes and contexts that the map may name.</param>
    /// <exception cref="DataFileException">The file is missing or broken; the message names the place and the remedy.</exception>
    public static PloverMap Load(string folder, Codebook codebook)
    {
        string file = Path.Combine(folder, "plover.json");
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        return Parse(file, File.ReadAllText(file), codebook);
    }

    /// <summary>The act in PLOVER; null when PLOVER has no place for it.</summary>
    public PloverAct? Act(EventType type, IReadOnlyList<string> modes, EventStatus status)
    {
        ArgumentNullException.ThrowIfNull(modes);
        if (leftOut.Contains(status)) return null;
        if (status != EventStatus.Planned) return new PloverAct(type, modes, Mapped: false);
        if (planned[type] is not { } act) return null;
        string[] told = [.. modes.Select(m => act.Modes.GetValueOrDefault(m)).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (told.Length == 0 && act.Mode is not null) told = [act.Mode];
        return new PloverAct(act.Type, told, Mapped: true);
    }

    /// <summary>PLOVER's name of a context.</summary>
    public string Context(string context) => contexts.GetValueOrDefault(context, context);

    internal static PloverMap Parse(string file, string text, Codebook codebook)
    {
        PloverFile read;
        try
        {
            read = JsonSerializer.Deserialize(text, PloverJson.Default.PloverFile) ?? throw new DataFileException(file, null, "it holds null: write an object with left_out, planned and contexts");
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
        var planned = new Dictionary<EventType, PlannedAct?>();
        foreach ((string name, PlannedAct? act) in read.Planned)
        {
            EventType type = Codes.Parse<EventType>(name) ?? throw new DataFileException(file, $"planned, {name}", $"it is no event type: use one of {string.Join(' ', Codes.All<EventType>())}");
            if (act is not null) Check(file, $"planned, {name}", type, act, codebook);
            planned[type] = act;
        }
        string[] missing = [.. Enum.GetValues<EventType>().Where(t => !planned.ContainsKey(t)).Select(t => Codes.Of(t))];
        if (missing.Length > 0) throw new DataFileException(file, "planned", $"{string.Join(' ', missing)} missing: give each the type that PLOVER has for it, or null to leave it out");
        var leftOut = new HashSet<EventStatus>();
        foreach (string name in read.LeftOut)
        {
            leftOut.Add(Codes.Parse<EventStatus>(name) ?? throw new DataFileException(file, "left_out", $"'{name}' is no status: use one of {string.Join(' ', Codes.All<EventStatus>())}"));
        }
        foreach (string context in read.Contexts.Keys)
        {
            if (!codebook.Contexts.Any(c => c.Context == context)) throw new DataFileException(file, $"contexts, {context}", $"the codebook has no such context: use one of {string.Join(' ', codebook.Contexts.Select(c => c.Context))}");
        }
        return new PloverMap(planned.ToFrozenDictionary(), leftOut.ToFrozenSet(), read.Contexts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void Check(string file, string place, EventType from, PlannedAct act, Codebook codebook)
    {
        IReadOnlyDictionary<string, double> own = codebook.Type(from).Modes, given = codebook.Type(act.Type).Modes;
        foreach (string mode in act.Modes.Keys)
        {
            if (!own.ContainsKey(mode)) throw new DataFileException(file, place, $"'{mode}' is no mode of {Codes.Of(from)}: {Known(own)}");
        }
        foreach (string mode in act.Modes.Values.Append(act.Mode).OfType<string>())
        {
            if (!given.ContainsKey(mode)) throw new DataFileException(file, place, $"'{mode}' is no mode of {Codes.Of(act.Type)}: {Known(given)}");
        }
    }

    private static string Known(IReadOnlyDictionary<string, double> modes) => modes.Count == 0 ? "it has none, leave it out" : "use one of " + string.Join(' ', modes.Keys);
}

/// <summary>What a planned act of a type is in PLOVER.</summary>
internal sealed record PlannedAct
{
    /// <summary>The type that it becomes.</summary>
    public required EventType Type { get; init; }

    /// <summary>The mode that it has when none of its own says another; null for none.</summary>
    public string? Mode { get; init; }

    /// <summary>From modes of the planned act to modes of the type that it becomes; other modes are dropped.</summary>
    public IReadOnlyDictionary<string, string> Modes { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();
}

/// <summary>The file as it stands.</summary>
internal sealed record PloverFile
{
    /// <summary>For whoever edits the table; not used.</summary>
    public string? Note { get; init; }

    /// <summary>Statuses whose acts are left out.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>By event type.</summary>
    public required IReadOnlyDictionary<string, PlannedAct?> Planned { get; init; }

    /// <summary>From the codebook's contexts to PLOVER's names where they differ.</summary>
    public required IReadOnlyDictionary<string, string> Contexts { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PloverFile))]
internal sealed partial class PloverJson : JsonSerializerContext;
