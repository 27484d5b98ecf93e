using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist packs [check] [DIR]</c></summary>
internal static class PacksCommand
{
    public static Command Build(Host host)
    {
        Argument<string?> folder = Folder();
        var command = new Command("packs", "Lists the packs: what the program knows of regions.") { folder, Check(host) };
        command.SetAction(parsed =>
        {
            World world = World.Load(Existing(parsed.GetValue(folder)));
            TableOutput.Write(
                host,
                [("pack", false), ("version", false), ("title", false), ("actors", true), ("names", true), ("people", true), ("offices", true), ("places", true), ("ties", true)],
                world.Packs.Select(p => (IReadOnlyList<string?>)[p.Manifest.Id, p.Manifest.Version, p.Manifest.Title, N(p.Actors.Count), N(p.Names.Count), N(p.People.Count), N(p.Offices.Count), N(p.Places.Count), N(p.Ties.Count)]));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Check(Host host)
    {
        Argument<string?> folder = Folder();
        var command = new Command("check", "Reports every fault of the packs at once, with file, line and remedy.") { folder };
        command.SetAction(parsed =>
        {
            string dir = Existing(parsed.GetValue(folder));
            IReadOnlyList<PackFault> faults = PackValidator.Check(dir);
            foreach (PackFault f in faults) host.Text.Write(SafeText.Line(f.ToString()) + "\n");
            int errors = faults.Count(f => f.Severity == Severity.Error);
            host.Error.WriteLine(faults.Count == 0 ? $"{dir}: no faults" : string.Create(CultureInfo.InvariantCulture, $"{dir}: {errors} errors, {faults.Count - errors} warnings"));
            return errors > 0 ? ExitCodes.SetAside : ExitCodes.Done;
        });
        return command;
    }

    private static Argument<string?> Folder() => new("DIR") { Description = "A pack's folder, or a folder of packs; without it, the packs that come with the program", Arity = ArgumentArity.ZeroOrOne };

    private static string Existing(string? folder)
    {
        string dir = folder ?? World.DefaultFolder;
        if (!Directory.Exists(dir)) throw new UseException($"there is no folder {dir}", "give the folder of a pack, or a folder of packs");
        return dir;
    }

    private static string N(int n) => n.ToString(CultureInfo.InvariantCulture);
}
