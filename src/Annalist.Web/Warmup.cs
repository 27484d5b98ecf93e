using System.Net;
using System.Net.Sockets;
using System.Text;
using Annalist.Ingest;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Web;

/// <summary>
/// Loads and runs once, beside the serving, what the first page and the first paste would otherwise wait for: packs, model, the reading of a whole report of our own, the pages. It changes nothing in the record.
/// What goes wrong here goes wrong again, and is said, where somebody asks for it.
/// </summary>
internal static class Warmup
{
    private static int started;

    /// <summary>Begins with the reading, which needs no server; only the first server of a process does, as what is warmed is the process.</summary>
    /// <returns>What ends with the reading; null for a later server.</returns>
    public static Task? Begin(Desk desk) => Interlocked.Exchange(ref started, 1) == 1 ? null : Task.Run(() => Try(() => Reading(desk)));

    /// <summary>Goes on with the pages: the first beside the reading, on two cores, the others after it, so that a paste has a core to itself.</summary>
    /// <param name="reading">What <see cref="Begin"/> gave.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="port">Its port.</param>
    public static void GoOn(Task? reading, Desk desk, WebOptions options, int port)
    {
        if (reading is null) return;
        _ = Task.Run(async () =>
        {
            Try(() => Ask("/", options, port));
            await reading.ConfigureAwait(false);
            Try(() => Pages(desk, options, port));
        });
    }

    private static void Pages(Desk desk, WebOptions options, int port)
    {
        Lookup.ViewIndex.Of(desk.View());
        // The pages that a paste and the way on from it lead to.
        if (desk.Store.Reports(new FindingFilter { Limit = 1 }).FirstOrDefault() is { } newest) Ask("/reports/" + Uri.EscapeDataString(newest.Report.Label), options, port);
        Ask("/review", options, port);
        if (desk.World.Actors.FirstOrDefault(Lookup.Links.IsState) is { } state) Ask(Lookup.Links.Actor(state), options, port);
    }

    private static void Reading(Desk desk)
    {
        byte[] bytes = Sample();
        foreach (ReadResult result in Intake.Documents(bytes, null, (_, _) => { }))
        {
            if (result is not SourceDocument document) continue;
            Report report = desk.Extract(document);
            desk.Coder.Code(report);
        }
    }

    // The longest of the sample reports that come with the program; a sentence where they are not there.
    private static byte[] Sample()
    {
        var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "data", "samples"));
        FileInfo? longest = folder.Exists ? folder.EnumerateFiles("*.txt").MaxBy(f => f.Length) : null;
        return longest is null ? "The two ministers met on Tuesday."u8.ToArray() : File.ReadAllBytes(longest.FullName);
    }

    // By hand: a client would load more than the pages do.
    private static void Ask(string path, WebOptions options, int port)
    {
        IPAddress address = options.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : options.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : options.Address;
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(address, port);
        string host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        string token = options.Token is null ? "" : $"Authorization: Bearer {options.Token}\r\n";
        socket.Send(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/html\r\n{token}Connection: close\r\n\r\n")));
        byte[] buffer = new byte[1 << 16];
        while (socket.Receive(buffer) > 0)
        {
            // The answer is for nobody.
        }
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The desk may be closing already; a fault of the data shows itself at the first request.
        }
    }
}
