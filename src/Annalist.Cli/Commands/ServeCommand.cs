using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Annalist.Web;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist serve</c>: the web view.</summary>
internal static class ServeCommand
{
    public static Command Build(Host host)
    {
        Option<string> record = CommonOptions.Record();
        Option<int> port = new("--port", "-p") { Description = "Port; 0 for any that is free", HelpName = "N", DefaultValueFactory = _ => 5710 };
        port.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && int.TryParse(r.Tokens[0].Value, out int n) && n is < 0 or > 65535) r.AddError($"{r.Tokens[0].Value} is no port: give 0 to 65535.");
        });
        Option<bool> quiet = new("--no-browser") { Description = "Do not open a browser" };
        Option<string> listen = new("--listen") { Description = "Address to listen on; beyond loopback everybody must show a token", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        Option<string?> token = new("--token-file") { Description = "File with the token, 16 characters or more; without it one is made and printed", HelpName = "FILE" };
        Option<string[]> names = new("--host-name") { Description = "Further name under which browsers may call this machine", HelpName = "NAME" };
        var command = new Command("serve", "Serves the web view of a record, and its HTTP interface, until it is stopped with Ctrl-C.") { record, port, quiet, listen, token, names };
        command.SetAction(parsed =>
        {
            if (!IPAddress.TryParse(parsed.GetValue(listen)!, out IPAddress? address)) throw new UseException($"'{parsed.GetValue(listen)}' is no address", "give one such as 127.0.0.1, 0.0.0.0 or ::1 with --listen");
            string? secret = TokenOf(parsed.GetValue(token), address);
            var options = new WebOptions
            {
                Record = parsed.GetValue(record)!,
                Port = parsed.GetValue(port),
                Address = address,
                Token = secret,
                Author = host.Author,
                HostNames = parsed.GetValue(names) ?? [],
                Clock = host.Clock,
            };
            return Serve(host, options, open: !parsed.GetValue(quiet)).GetAwaiter().GetResult();
        });
        return command;
    }

    /// <summary>Serves until the host is told to stop.</summary>
    /// <param name="host">Where messages go.</param>
    /// <param name="options">How to serve.</param>
    /// <param name="open">True to show the first page in the user's browser.</param>
    public static async Task<int> Serve(Host host, WebOptions options, bool open)
    {
        WebServer server;
        try
        {
            server = await WebServer.StartAsync(options, host.Stop).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new UseException($"port {options.Port} cannot be used: {e.Message}", "name another with --port, or 0 for any that is free");
        }
        catch (SocketException e)
        {
            throw new UseException($"{options.Address} with port {options.Port} cannot be used: {e.Message}", "name an address of this machine with --listen, or another port with --port");
        }
        await using (server.ConfigureAwait(false))
        {
            string first = options.Token is null ? server.Address.ToString() : $"{server.Address}?token={Uri.EscapeDataString(options.Token)}";
            host.Error.WriteLine($"serving {options.Record} at {first}");
            if (options.Token is not null) host.Error.WriteLine("  beyond this machine: everybody must show the token; programs send it as 'Authorization: Bearer TOKEN'. The connection is not encrypted.");
            host.Error.WriteLine("  Ctrl-C stops it");
            if (open) Open(host, first);
            await server.WaitAsync(host.Stop).ConfigureAwait(false);
        }
        return ExitCodes.Done;
    }

    private static string? TokenOf(string? file, IPAddress address)
    {
        if (file is null) return IPAddress.IsLoopback(address) ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string text;
        try
        {
            text = File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UseException($"the token file {file} cannot be read: {e.Message}", "give another with --token-file, or none: then a token is made");
        }
        return text.Length >= 16 ? text : throw new UseException($"the token in {file} has {text.Length} characters", "use 16 at least");
    }

    // A machine without a browser is no fault: the address is printed.
    private static void Open(Host host, string address)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            host.Error.WriteLine("  no browser could be opened: open the address in one");
        }
    }
}
