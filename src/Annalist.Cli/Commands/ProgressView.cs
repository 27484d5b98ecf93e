using System.Diagnostics;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Ingest;

namespace Annalist.Cli.Commands;

/// <summary>Progress on standard error: one line that is written over on a terminal, a plain line now and then otherwise.</summary>
internal sealed class ProgressView : IDisposable
{
    private readonly Host host;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private TimeSpan next;
    private bool shown;

    /// <summary>Begins.</summary>
    public ProgressView(Host host)
    {
        this.host = host;
        next = host.ErrorIsTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(10);
    }

    /// <summary>Shows how far the run is, when it is time to.</summary>
    public void Show(PipelineProgress p)
    {
        if (since.Elapsed < next) return;
        string line = string.Create(CultureInfo.InvariantCulture, $"{p.Done} inputs, {p.Findings} findings, {p.Rejected} set aside, {p.Done / since.Elapsed.TotalSeconds:0.0}/s");
        if (host.ErrorIsTerminal)
        {
            host.Error.Write($"\r\u001b[2K{line}  {SafeText.Line(p.Input, 40)}");
            shown = true;
            next = since.Elapsed + TimeSpan.FromMilliseconds(100);
        }
        else
        {
            host.Error.WriteLine(line);
            next = since.Elapsed + TimeSpan.FromSeconds(10);
        }
    }

    /// <summary>Leaves the line empty for what comes.</summary>
    public void Dispose()
    {
        if (shown) host.Error.Write("\r\u001b[2K");
    }
}
