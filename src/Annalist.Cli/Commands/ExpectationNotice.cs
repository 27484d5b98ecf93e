using Annalist.Analysis;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary>Tells which expectations an act that was read just now triggers or fulfils.</summary>
internal static class ExpectationNotice
{
    private const int Most = 10;

    // Beyond this loading the whole record would take longer than the reading of one report.
    private const int LargestRecord = 200_000;

    /// <summary>Writes a line for each; nothing when there is none.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="store">The record.</param>
    /// <param name="since">What was learned from this moment on is new.</param>
    public static void Tell(Host host, RecordStore store, DateTimeOffset since)
    {
        if (!store.Findings(new FindingFilter { Kinds = ["expectation"] }).Any(f => f.Read() is Expectation { IfAct: not null } or Expectation { ThenAct: not null })) return;
        if (store.TypeCounts().Sum(t => t.Count) > LargestRecord)
        {
            host.Error.WriteLine("the record is large: 'annalist expectations --state triggered' tells which expectations are met");
            return;
        }
        SystemView view = SystemView.Of(World.Default, RecordWorld.Load(store, null));
        // The store keeps whole seconds.
        DateTimeOffset from = since.AddTicks(-(since.Ticks % TimeSpan.TicksPerSecond));
        WatchedExpectation[] met = [.. new Watch(view).All(null).Where(w => (w.Outcome ?? w.Trigger)?.Receipt.Learned >= from && w.State is ExpectationState.Triggered or ExpectationState.Fulfilled)];
        foreach (WatchedExpectation w in met.Take(Most))
        {
            host.Error.WriteLine(SafeText.Line($"expectation {Codes.Of(w.State)}: {w.Expectation.Fact.Then} ({AnswerOutput.Receipt(w.Expectation.Receipt)}): {FactFields.Say((w.Outcome ?? w.Trigger)!.Fact)}"));
        }
        if (met.Length > Most) host.Error.WriteLine($"and {met.Length - Most} more: annalist expectations");
    }
}
