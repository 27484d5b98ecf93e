using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Packs found in folders, read and put in order: each after those that it builds on, else those laid over after the others, else by id.</summary>
internal sealed class PackSet
{
    private readonly Dictionary<string, (PackManifest Manifest, string Folder)> found = new(StringComparer.Ordinal);
    private readonly List<Pack> packs = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    private PackSet() { }

    /// <summary>The packs in order.</summary>
    public IReadOnlyList<Pack> Packs => packs;

    /// <summary>Everything wrong so far.</summary>
    public List<PackFault> Faults { get; } = [];

    /// <summary>The row of each record, by reference.</summary>
    public Dictionary<object, PackRow> Rows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ids of the packs that were asked for, not merely needed by others.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the packs of a folder (or the one pack that the folder is) and of a folder laid over it, and from the library those that they build on.</summary>
    public static PackSet Read(string folder, string? library, IReadOnlyList<string>? ids, string? over = null)
    {
        var set = new PackSet();
        bool single = IsPack(folder);
        set.Find(single ? [folder] : Folders(folder), true);
        HashSet<string> below = [.. set.Asked];
        if (over is not null) set.Find(IsPack(over) ? [over] : Folders(over), true);
        if (ids is not null) set.Asked.IntersectWith(ids);
        foreach (string? more in (string?[])[single ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) : null, library])
        {
            if (more is not null) set.Find(Folders(more), false);
        }
        foreach (string id in ids ?? [])
        {
            if (set.found.ContainsKey(id)) set.Asked.Add(id);
            else set.Faults.Add(new(folder, 0, PackFaultIds.NoPack, $"there is no pack '{id}'.", $"Use one of {string.Join(' ', set.found.Keys.Order(StringComparer.Ordinal))}.", Severity.Error));
        }
        if (set.Asked.Count == 0 && set.Faults.Count == 0)
        {
            set.Faults.Add(new(folder, 0, PackFaultIds.NoPack, "the folder holds no pack.", "Name a folder with manifest.json and actors.tsv, or a folder of such folders.", Severity.Error));
        }
        foreach (string id in set.Asked.OrderBy(id => !below.Contains(id)).ThenBy(id => id, StringComparer.Ordinal)) set.Take(id);
        return set;
    }

    /// <summary>True when the second fact is of another pack than the first, and the first one's pack lies over what it builds on.</summary>
    public bool LiesOver(object later, object earlier)
    {
        string folder = Path.GetDirectoryName(Rows[later].File)!;
        return folder != Path.GetDirectoryName(Rows[earlier].File) && packs.Any(p => p.Folder == folder && p.Manifest.Overlay);
    }

    private static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "manifest.json")) || PackFormat.Tables.Any(t => File.Exists(Path.Combine(folder, t.File)));

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Where(IsPack).Order(StringComparer.Ordinal) : [];

    private void Find(IEnumerable<string> folders, bool asked)
    {
        foreach (string folder in folders)
        {
            var wrong = new List<PackFault>();
            PackManifest? manifest = PackReader.ReadManifest(folder, wrong);
            if (asked) Faults.AddRange(wrong);
            if (manifest is null)
            {
                // Its tables are still read, so that all faults are told at once.
                if (asked) PackReader.Read(folder, new PackManifest { Id = Path.GetFileName(folder), Version = "0", Title = "" }, Faults, Rows);
                continue;
            }
            if (found.TryAdd(manifest.Id, (manifest, folder)))
            {
                if (asked) Asked.Add(manifest.Id);
            }
            else if (asked)
            {
                Faults.Add(new(Path.Combine(folder, "manifest.json"), 1, PackFaultIds.PackDoubled, $"the pack '{manifest.Id}' stands in {found[manifest.Id].Folder} too.", "Give one of the two another id.", Severity.Error));
            }
        }
    }

    private void Take(string id)
    {
        if (done.Contains(id)) return;
        (PackManifest manifest, string folder) = found[id];
        string file = Path.Combine(folder, "manifest.json");
        if (!open.Add(id))
        {
            Faults.Add(new(file, 1, PackFaultIds.RequiresCircle, $"the pack '{id}' builds on itself by way of others.", "Cut the circle in 'requires'.", Severity.Error));
            return;
        }
        foreach (string needed in manifest.Requires.Order(StringComparer.Ordinal))
        {
            if (found.ContainsKey(needed)) Take(needed);
            else Faults.Add(new(file, 1, PackFaultIds.RequiresUnknown, $"the pack builds on '{needed}', which is not there.", $"Put the pack '{needed}' beside it, or take it out of 'requires'.", Severity.Error));
        }
        packs.Add(PackReader.Read(folder, manifest, Faults, Rows));
        done.Add(id);
    }
}
