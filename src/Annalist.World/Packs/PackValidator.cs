namespace Annalist.Worlds;

/// <summary>Checks packs without loading them into a world.</summary>
public static class PackValidator
{
    /// <summary>All faults of the packs in a folder, by file and line; empty when there are none.</summary>
    /// <param name="folder">A pack's folder, or a folder of packs.</param>
    /// <param name="library">A folder of packs that they may build on; null for the packs that come with the program.</param>
    /// <param name="over">A folder of packs laid over them; null, or not there, for none.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<PackFault> Check(string folder, string? library = null, string? over = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        PackSet set = PackSet.Read(folder, library ?? World.DefaultFolder, null, over);
        PackChecks.Run(set);
        return Ordered(set.Faults);
    }

    /// <summary>Ids of the packs in a folder, sorted; a pack without a usable manifest has none.</summary>
    /// <param name="folder">A folder of packs; it need not exist.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<string> IdsIn(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string[] folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return [.. folders.Select(f => PackReader.ReadManifest(f, [])?.Id).OfType<string>().Order(StringComparer.Ordinal)];
    }

    internal static IReadOnlyList<PackFault> Ordered(IEnumerable<PackFault> faults) =>
        [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
}
