using Annalist.Cli;

namespace Annalist.Tests.Cli;

public sealed class PacksCommandTests : IDisposable
{
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void A_new_pack_is_begun_checked_and_listed()
    {
        cli.OwnPacks = cli.File("own");
        CommandLine.Result r = cli.Run("packs", "new", Path.Combine(cli.OwnPacks, "rhine"));
        Assert.Equal(0, r.Code);
        Assert.Empty(r.Error);
        Assert.Contains("the pack 'rhine' is begun", r.Lines[0], StringComparison.Ordinal);
        Assert.Contains("annalist packs check", r.Lines[1], StringComparison.Ordinal);
        Assert.Contains("every command uses it", r.Lines[2], StringComparison.Ordinal);
        CommandLine.Result check = cli.Run("packs", "check");
        Assert.Equal(0, check.Code);
        Assert.Empty(check.Out);
        Assert.Contains(cli.OwnPacks, check.Error, StringComparison.Ordinal);
        CommandLine.Result listed = cli.Run("packs");
        Assert.Empty(listed.Error);
        string list = listed.Out;
        Assert.Contains("rhine", list, StringComparison.Ordinal);
        Assert.Contains("2026-01-05", list, StringComparison.Ordinal);
        Assert.Contains("commitments", list, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_other_packs_that_the_own_one_replaces_are_listed()
    {
        cli.OwnPacks = cli.File("own");
        cli.Run("packs", "new", Path.Combine(cli.OwnPacks, "rhine"));
        File.AppendAllText(Path.Combine(cli.OwnPacks, "rhine", "actors.tsv"), "CHE\tstate\tSwiss Confederation\tGOV\t\t\tgeneral knowledge\n");
        string[] replaced = [.. cli.Run("packs").Lines.Where(l => l.Contains("rhine/actors.tsv:", StringComparison.Ordinal))];
        Assert.Contains("CHE", Assert.Single(replaced), StringComparison.Ordinal);
        Assert.Contains("world/actors.tsv:", replaced[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_an_own_pack_stops_with_file_line_and_remedy_and_check_lists_all()
    {
        cli.OwnPacks = cli.File("own");
        cli.Run("packs", "new", Path.Combine(cli.OwnPacks, "rhine"));
        string rules = Path.Combine(cli.OwnPacks, "rhine", "rules.tsv");
        File.AppendAllText(rules, "x\tCHE\tshould\tAID\t\t\t\t\t\t\t\t\tmine\ny\tCHE\tmay\tdance\t\t\t\t\t\t\t\t\tmine\n");
        CommandLine.Result list = cli.Run("packs");
        Assert.Equal(ExitCodes.WrongUse, list.Code);
        Assert.Contains($"{rules}:3: error word-unknown: 'should' is no force. Use one of must may must_not.", list.Error, StringComparison.Ordinal);
        Assert.Contains("annalist packs check", list.Error, StringComparison.Ordinal);
        CommandLine.Result check = cli.Run("packs", "check");
        Assert.Equal(ExitCodes.SetAside, check.Code);
        Assert.Equal(2, check.Lines.Length);
        Assert.Contains("2 errors, 0 warnings", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_an_id_that_is_taken_and_a_name_without_letters_are_refused()
    {
        Directory.CreateDirectory(cli.File("full"));
        cli.Write("full/notes.txt", "mine");
        cli.Write("file", "mine");
        foreach ((string folder, string says) in new[] { ("full", "is not empty"), ("file", "is a file"), ("world", "there is a pack 'world' already"), ("--", "makes no id"), ("file/sub", "cannot be written") })
        {
            CommandLine.Result r = cli.Run("packs", "new", "--", cli.File(folder));
            Assert.Equal(ExitCodes.WrongUse, r.Code);
            Assert.Contains(says, r.Error, StringComparison.Ordinal);
            Assert.Empty(r.Out);
        }
        Assert.Equal(["notes.txt"], Directory.GetFiles(cli.File("full")).Select(Path.GetFileName));
        Assert.Equal(ExitCodes.WrongUse, cli.Run("packs", "new").Code);
    }

    [Fact]
    public void Where_to_put_a_new_pack_is_said()
    {
        Assert.Contains("ANNALIST_PACKS=" + Path.GetDirectoryName(cli.File("one")), cli.Run("packs", "new", cli.File("one")).Out, StringComparison.Ordinal);
        cli.OwnPacks = cli.File("own");
        Assert.Contains(cli.File("own"), cli.Run("packs", "new", cli.File("two")).Out, StringComparison.Ordinal);
        Directory.CreateDirectory(cli.File("empty"));
        Assert.Equal(0, cli.Run("packs", "new", cli.File("empty")).Code);
    }

    [Fact]
    public void Without_own_packs_those_of_the_program_are_checked()
    {
        cli.OwnPacks = cli.File("none");
        Assert.Contains($"no packs of your own in {cli.OwnPacks}", cli.Run("packs").Error, StringComparison.Ordinal);
        CommandLine.Result r = cli.Run("packs", "check");
        Assert.Equal(0, r.Code);
        Assert.DoesNotContain("none", r.Error, StringComparison.Ordinal);
        Assert.Contains("Example", cli.Run("packs", "new", "--help").Out, StringComparison.Ordinal);
    }
}
