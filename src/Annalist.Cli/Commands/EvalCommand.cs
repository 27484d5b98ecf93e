using System.CommandLine;
using Annalist.Analysis.Evaluation;
using Annalist.Cli.Output;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist eval GOLD…</c> and <c>annalist eval --from-review</c>: how right the program is.</summary>
internal static class EvalCommand
{
    private const string GroupsFile = "groups.json";

    public static Command Build(Host host)
    {
        Argument<string[]> gold = new("GOLD") { Description = "Files of gold: lines of JSON by the codebook, - for standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> run = new("--run") { Description = "What the program found, as annalist code writes it; without it the record", HelpName = "FILE" };
        Option<bool> fromReview = new("--from-review") { Description = "Take what persons said of the record's findings as gold" };
        Option<string?> show = new("--show") { Description = "List what was missed, found falsely and found in part: event, statement, tie or figure", HelpName = "KIND" };
        show.AcceptOnlyFromAmong("event", "statement", "tie", "figure");
        Option<string?> groups = new("--groups") { Description = $"Groups whose members may be named one by one, as JSON; without it {GroupsFile} beside the gold or a folder above it, else the packs' groups", HelpName = "FILE" };
        Option<DateTimeOffset?> asOf = CommonOptions.Moment("--as-of", "The record as it stood then");
        Option<string> record = CommonOptions.Record();
        Option<string?> format = CommonOptions.Format("table", "jsonl", "csv");
        var command = new Command("eval", "Compares findings with gold, or a record with what persons said of it: precision, recall and details.") { gold, run, fromReview, show, groups, asOf, format, record };
        command.SetAction(parsed =>
        {
            string[] files = parsed.GetValue(gold) ?? [];
            string? runFile = parsed.GetValue(run);
            string? kind = parsed.GetValue(show);
            bool review = parsed.GetValue(fromReview);
            if (review && (files.Length > 0 || runFile is not null)) throw new UseException("--from-review takes the record as gold and as run", "leave GOLD and --run out");
            if (!review && files.Length == 0) throw new UseException("there is no gold to compare with", "name files of gold, or take the record's reviews with --from-review");
            if (runFile is not null && (parsed.GetResult(record) is { Implicit: false } || parsed.GetResult(asOf) is not null)) throw new UseException("--run and the record cannot be given together", "give one of them");
            OutputFormat chosen = CommonOptions.FormatOf(parsed, format, host);
            GroupMembers open = Groups(host, parsed.GetValue(groups), files);
            if (review)
            {
                using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
                ReviewCard reviewed = ReviewAccuracy.Of(store, open, parsed.GetValue(asOf));
                if (reviewed.Reports == 0) host.Error.WriteLine("nothing was reviewed; annalist accept ID and annalist serve are for that");
                if (kind is null) ReviewCardOutput.Write(host, reviewed, chosen);
                else EvaluationOutput.Pairings(host, reviewed.Scores?.Pairings ?? [], kind, chosen);
                return ExitCodes.Done;
            }
            EvaluationCard card = Compare(host, files, runFile, open, () => RecordStore.OpenExisting(parsed.GetValue(record)!), parsed.GetValue(asOf));
            if (kind is null) EvaluationOutput.Write(host, card, chosen);
            else EvaluationOutput.Pairings(host, card.Pairings, kind, chosen);
            return ExitCodes.Done;
        });
        return command;
    }

    private static EvaluationCard Compare(Host host, string[] files, string? runFile, GroupMembers groups, Func<RecordStore> record, DateTimeOffset? asOf)
    {
        CodedSet gold = Read(host, files, gold: true);
        foreach (string notice in gold.Notices) host.Error.WriteLine(SafeText.Line(notice, 400));
        if (gold.Reports.Count == 0) throw new UseException($"{string.Join(", ", files)}: there is no gold", "give lines of the kinds report, event, statement, tie or figure");
        EvaluationCard card = Scorer.Compare(runFile is null ? Recorded(record, asOf) : Read(host, [runFile], gold: false), gold, groups);
        if (card.Absent.Count > 0) host.Error.WriteLine(SafeText.Line($"reports of the gold that the run does not have: {card.Absent.Count} of {card.Reports}: {string.Join(", ", card.Absent.Take(10))}{(card.Absent.Count > 10 ? ", …" : "")}", 400));
        return card;
    }

    private static CodedSet Read(Host host, string[] files, bool gold)
    {
        var reader = new CodedSetReader(gold);
        foreach (string file in files)
        {
            using StreamReader lines = Files.OpenText(host, file);
            reader.Read(lines, file == "-" ? "standard input" : file);
        }
        return reader.ToSet();
    }

    // What the program found is measured, not what persons made of it.
    private static CodedSet Recorded(Func<RecordStore> open, DateTimeOffset? asOf)
    {
        using RecordStore store = open();
        var reader = new CodedSetReader(gold: false);
        foreach (StoredReport r in store.Reports(new FindingFilter { AsOf = asOf })) reader.Add(r.Report);
        foreach (StoredFinding f in store.Findings(new FindingFilter { Review = Review.AsCoded, AsOf = asOf })) reader.Add(f.Read());
        return reader.ToSet();
    }

    private static GroupMembers Groups(Host host, string? given, string[] files)
    {
        string? file = given ?? files.Where(f => f != "-").SelectMany(Beside).FirstOrDefault(File.Exists);
        if (file is null) return GroupMembers.Of(World.Default);
        using StreamReader reader = Files.OpenText(host, file);
        return GroupMembers.Read(reader.ReadToEnd(), file);

        static IEnumerable<string> Beside(string gold)
        {
            string? folder = Path.GetDirectoryName(Path.GetFullPath(gold));
            for (int i = 0; i < 2 && folder is not null; i++, folder = Path.GetDirectoryName(folder)) yield return Path.Combine(folder, GroupsFile);
        }
    }
}
