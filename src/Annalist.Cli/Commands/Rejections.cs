using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Ingest;

namespace Annalist.Cli.Commands;

/// <summary>Says what was set aside, and why.</summary>
internal static class Rejections
{
    /// <summary>Lists the inputs on standard error.</summary>
    /// <returns>The exit code that they give.</returns>
    public static int Tell(Host host, IReadOnlyList<RejectedInput> rejected)
    {
        foreach (RejectedInput r in rejected) Tell(host, r);
        return rejected.Count > 0 ? ExitCodes.SetAside : ExitCodes.Done;
    }

    /// <summary>Says one on standard error.</summary>
    public static void Tell(Host host, RejectedInput r)
    {
        string place = r.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{r.Uri}, line {line}") : r.Uri;
        host.Error.WriteLine($"set aside: {SafeText.Line(place)}: {SafeText.Line(r.Reason, 400)}");
        if (!string.IsNullOrEmpty(r.Remedy)) host.Error.WriteLine("  " + SafeText.Line(r.Remedy, 400));
    }
}
