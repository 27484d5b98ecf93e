using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist packs [DIR]</c>, <c>packs check [DIR]</c>, <c>packs new DIR</c></summary>
internal static class PacksCommand
{
    private static readonly (string Name, Func<Pack, int> Count)[] Tables =
    [
        ("actors", p => p.Actors.Count), ("names", p => p.Names.Count), ("people", p => p.People.Count), ("offices", p => p.Offices.Count), ("places", p => p.Places.Count), ("ties and levers", p => p.Ties.Count),
        ("words", p => p.Words.Count), ("institutions", p => p.Institutions.Count), ("complete lists", p => p.Complete.Count), ("rules", p => p.Rules.Count), ("positions", p => p.Positions.Count),
        ("commitments", p => p.Commitments.Count), ("moves", p => p.Moves.Count), ("expectations", p => p.Expectations.Count), ("aims", p => p.Aims.Count), ("figures", p => p.Figures.Count), ("meetings", p => p.Meetings.Count), ("dossiers", p => p.Dossiers.Count),
    ];

    public static Command Build(Host host)
    {
        Argument<string?> folder = Folder();
        var command = new Command("packs", "Lists the packs: what the program knows of regions and of their system.") { folder, Check(host), New(host) };
        command.SetAction(parsed =>
        {
            string? given = parsed.GetValue(folder);
            string? own = given is null ? host.OwnPacks() : null;
            Write(host, given is null ? World.Load(World.DefaultFolder, own) : World.Load(Existing(given)));
            // A slip in the variable would else go unseen.
            if (own is not null && PackValidator.IdsIn(own).Count == 0 && !File.Exists(Path.Combine(own, "manifest.json"))) host.Error.WriteLine($"no packs of your own in {own}; 'annalist packs new DIR' begins one");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Host host, World world)
    {
        TableOutput.Write(host, [("pack", false), ("version", false), ("date", false), ("overlay", false), ("title", false)], world.Packs.Select(p => (IReadOnlyList<string?>)
            [p.Manifest.Id, p.Manifest.Version, p.Manifest.Date, p.Manifest.Overlay ? "yes" : "", p.Manifest.Title]));
        TableOutput.Write(
            host,
            [("lines", false), .. world.Packs.Select(p => (p.Manifest.Id, true))],
            Tables.Where(t => world.Packs.Any(p => t.Count(p) > 0)).Select(t => (IReadOnlyList<string?>)[t.Name, .. world.Packs.Select(p => N(t.Count(p)))]));
        if (world.Facts.Replaced.Count == 0) return;
        TableOutput.Write(host, [("replaced", false), ("by", false), ("what", false)], world.Facts.Replaced.Select(r => (IReadOnlyList<string?>)[$"{r.Pack}/{r.Line}", $"{r.ByPack}/{r.ByLine}", r.What]));
    }

    private static Command Check(Host host)
    {
        Argument<string?> folder = Folder();
        var command = new Command("check", "Reports every fault of the packs at once, with file, line and remedy.") { folder };
        command.SetAction(parsed =>
        {
            string? given = parsed.GetValue(folder);
            string dir = Existing(given);
            string? own = given is null && host.OwnPacks() is { } user && Directory.Exists(user) ? user : null;
            IReadOnlyList<PackFault> faults = PackValidator.Check(dir, over: own);
            foreach (PackFault f in faults) host.Text.Write(SafeText.Line(f.ToString()) + "\n");
            int errors = faults.Count(f => f.Severity == Severity.Error);
            string where = own is null ? dir : $"{dir} and {own}";
            host.Error.WriteLine(faults.Count == 0 ? $"{where}: no faults" : string.Create(CultureInfo.InvariantCulture, $"{where}: {errors} errors, {faults.Count - errors} warnings"));
            return errors > 0 ? ExitCodes.SetAside : ExitCodes.Done;
        });
        return command;
    }

    private static Command New(Host host)
    {
        Argument<string> folder = new("DIR") { Description = "The new pack's folder; its name becomes the pack's id" };
        var command = new Command("new", "Begins a pack of your own: a folder with all tables, an example in each, and what to do next.") { folder };
        command.SetAction(parsed =>
        {
            string dir = Path.TrimEndingDirectorySeparator(parsed.GetValue(folder)!);
            if (dir.Length == 0) throw new UseException("the name of the folder is empty", "give a folder that is not there yet");
            string full = Path.GetFullPath(dir);
            string name = Path.GetFileName(full), id = PackTemplate.IdOf(name);
            if (id.Length == 0) throw new UseException($"'{name}' makes no id for a pack", "name the folder in Latin letters or digits");
            if (File.Exists(full)) throw new UseException($"{dir} is a file", "give a folder that is not there yet");
            if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()) throw new UseException($"the folder {dir} is not empty", "give a folder that is not there yet, or an empty one");
            string? own = host.OwnPacks();
            if (PackValidator.IdsIn(World.DefaultFolder).Concat(own is null ? [] : PackValidator.IdsIn(own)).Contains(id)) throw new UseException($"there is a pack '{id}' already", "give the folder another name: the pack's id is made of it");
            int files;
            try
            {
                files = PackTemplate.Write(full, id, name, DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime)).Count;
            }
            catch (IOException e)
            {
                throw new UseException($"{dir} cannot be written: {e.Message}", "check the name and the permissions");
            }
            host.Text.Write(string.Create(CultureInfo.InvariantCulture, $"{full}: the pack '{id}' is begun, {files} files; README.md says what to do next\n"));
            host.Text.Write($"  annalist packs check {Quoted(dir)}\n");
            host.Text.Write(Advice(full, own));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Advice(string full, string? own)
    {
        string parent = Path.GetDirectoryName(full)!;
        if (own is null) return $"It is laid over the packs that come with the program when ANNALIST_PACKS names its folder: ANNALIST_PACKS={Quoted(parent)}\n";
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(own)) == parent) return "It lies in the folder of your packs: from now on every command uses it.\n";
        return $"Every command uses it once it lies in the folder of your packs, {Path.GetFullPath(own)}, or once ANNALIST_PACKS names the folder that it lies in: ANNALIST_PACKS={Quoted(parent)}\n";
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private static Argument<string?> Folder() => new("DIR") { Description = "A pack's folder, or a folder of packs; without it, the packs that come with the program and your own", Arity = ArgumentArity.ZeroOrOne };

    private static string Existing(string? folder)
    {
        string dir = folder ?? World.DefaultFolder;
        if (!Directory.Exists(dir)) throw new UseException($"there is no folder {dir}", "give the folder of a pack, or a folder of packs");
        return dir;
    }

    private static string N(int n) => n == 0 ? "" : n.ToString(CultureInfo.InvariantCulture);
}
