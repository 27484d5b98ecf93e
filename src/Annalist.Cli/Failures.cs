using System.Runtime.CompilerServices;
using Annalist.Store;

namespace Annalist.Cli;

/// <summary>Errors in words for the person who runs the program.</summary>
internal static class Failures
{
    /// <summary>Runs a command and says what went wrong.</summary>
    public static int Guard(Host host, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("annalist: stopped");
            return ExitCodes.Stopped;
        }
        catch (UseException e)
        {
            return Say(host, e.Message, e.Remedy);
        }
        // The test of the type loads the library that it lies in, so it stands behind a call.
        catch (Exception e) when (Known(e) is not null)
        {
            (string message, string? remedy) = Known(e)!.Value;
            return Say(host, message, remedy);
        }
    }

    private static int Say(Host host, string message, string? remedy)
    {
        host.Error.WriteLine("annalist: " + message);
        if (!string.IsNullOrEmpty(remedy)) host.Error.WriteLine("  " + remedy);
        return ExitCodes.WrongUse;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Message, string? Remedy)? Known(Exception e) => e switch
    {
        RecordException r => (r.Message, r.Remedy),
        Worlds.QuestionException q => (q.Message, q.Remedy),
        Analysis.Evaluation.EvaluationException v => (v.Message, v.Remedy),
        Coding.DataFileException d => (d.Message, "the data beside the program are damaged or incomplete: build it again"),
        // Thousands of lines may follow from one mistake; the first ones show it.
        Worlds.PackException p => (string.Join('\n', p.Message.Split('\n').Take(6)), "'annalist packs check' lists every fault; with ANNALIST_PACKS set to nothing your own packs are left out"),
        UnauthorizedAccessException u => (u.Message, "check the permissions"),
        FileNotFoundException or DirectoryNotFoundException => (e.Message, "check the name"),
        _ => null,
    };
}
