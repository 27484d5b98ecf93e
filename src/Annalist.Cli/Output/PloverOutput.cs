using System.Globalization;
using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Cli.Output;

/// <summary>Events as lines of JSON in PLOVER's form; at the end standard error says what PLOVER has no place for.</summary>
internal sealed class PloverOutput(Host host)
{
    private readonly PloverExport export = PloverExport.Default;
    private readonly SortedDictionary<EventStatus, int> leftOut = [];
    private readonly Dictionary<string, bool> seen = new(StringComparer.Ordinal);
    private int doubled;

    /// <summary>Writes the events of one report.</summary>
    public void Write(PloverSource source, IEnumerable<Event> events)
    {
        foreach (Event e in events)
        {
            if (export.Of(e, source) is not { } plover)
            {
                leftOut[e.Status] = leftOut.GetValueOrDefault(e.Status) + 1;
                continue;
            }
            // "Agreed to send" holds the agreement and the planned aid: in PLOVER both are the same AGREE.
            if (seen.TryGetValue(plover.Key, out bool mapped) && (mapped || plover.Act.Mapped))
            {
                doubled++;
                continue;
            }
            seen[plover.Key] = plover.Act.Mapped;
            host.Text.Write(plover.Write());
            host.Text.Write('\n');
        }
        host.Text.Flush();
    }

    /// <summary>Says on standard error what was left out.</summary>
    public void Finish()
    {
        string[] parts = [.. leftOut.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Value} {Codes.Of(l.Key)}"))];
        if (parts.Length > 0) host.Error.WriteLine($"left out, as PLOVER has no place for them: {string.Join(", ", parts)} {(leftOut.Values.Sum() == 1 ? "event" : "events")}");
        if (doubled > 0) host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out, as another event of the same sentence is the same in PLOVER: {doubled} planned"));
    }
}
