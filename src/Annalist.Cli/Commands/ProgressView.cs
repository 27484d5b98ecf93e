using System.Diagnostics;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Ingest;

namespace Annalist.Cli.Commands;

/// <summary>Progress on standard error: one line that is written over on a terminal, with a bar where the number of inputs is known, a plain line now and then otherwise.</summary>
internal sealed class ProgressView : IDisposable
{
    private const int BarWidth = 24;

    private readonly Host host;
    private readonly int? total;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private TimeSpan next;
    private bool shown;

    /// <summary>Begins.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="total">Number of inputs, for a bar; null when nobody can say.</param>
    public ProgressView(Host host, int? total = null)
    {
        this.host = host;
        this.total = total;
        next = host.ErrorIsTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(10);
    }

    /// <summary>Shows how far the run is, when it is time to.</summary>
    public void Show(PipelineProgress p)
    {
        if (since.Elapsed < next) return;
        string line = string.Create(CultureInfo.InvariantCulture, $"{p.Done} inputs, {p.Findings} findings, {p.Rejected} set aside, {p.Done / since.Elapsed.TotalSeconds:0.0}/s");
        if (host.ErrorIsTerminal)
        {
            host.Error.Write($"\r\u001b[2K{Bar(p.Done)}{line}  {SafeText.Line(p.Input, 40)}");
            shown = true;
            next = since.Elapsed + TimeSpan.FromMilliseconds(100);
        }
        else
        {
            host.Error.WriteLine(line);
            next = since.Elapsed + TimeSpan.FromSeconds(10);
        }
    }

    /// <summary>How much is done, as a bar and a share; empty when the total is not known.</summary>
    private string Bar(int done)
    {
        if (total is not int all || all <= 0) return "";
        int full = Math.Clamp(BarWidth * done / all, 0, BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', BarWidth - full)} {Math.Clamp(100 * done / all, 0, 100),3} %  ");
    }

    /// <summary>Leaves the line empty for what comes.</summary>
    public void Dispose()
    {
        if (shown) host.Error.Write("\r\u001b[2K");
    }
}
