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

    /// <summary>Licence of the data; empty when it does not say.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Ids of the packs that it builds on.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Where its facts come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
