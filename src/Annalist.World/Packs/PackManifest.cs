using System.Globalization;

namespace Annalist.Worlds;

/// <summary>What a pack says of itself in <c>manifest.json</c>.</summary>
public sealed record PackManifest
{
    /// <summary>The pack's id, by which others build on it.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds; empty when it does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>Day on which it was last revised, as written; empty when it does not say.</summary>
    public string Date { get; init; } = "";

    /// <summary>The end of <see cref="Date"/> in UTC: from then on the pack's facts are known. Null when the date is empty or no ISO day; then they were always known.</summary>
    public DateTimeOffset? Learned => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero) : null;

    /// <summary>Licence of the data; empty when it does not say.</summary>
    public string Licence { get; init; } = "";

    /// <summary>True when its lines take the place of lines of the packs that it builds on where both speak of the same thing; false when a doubled one is a fault.</summary>
    public bool Overlay { get; init; }

    /// <summary>Ids of the packs that it builds on.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Where its facts come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
