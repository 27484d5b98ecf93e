using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Annalist.Cli;

namespace Annalist.Tests.Cli;

public sealed partial class ServeCommandTests : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task It_serves_until_it_is_stopped_and_that_is_no_fault()
    {
        using var stop = new CancellationTokenSource();
        using var error = new Told();
        using var host = new Host { Input = Stream.Null, Output = Stream.Null, Error = error, Stop = stop.Token };
        Task<int> run = Task.Run(() => Application.Run(["serve", "--no-browser", "--port", "0", "-r", cli.Record], host));
        string address = AddressIn().Match(await error.When("Ctrl-C", Most)).Value;
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + "api/progress")).StatusCode);
        Assert.False(run.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Done, await run.WaitAsync(Most));
        Assert.DoesNotContain("browser", error.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(cli.Record));
    }

    [Fact]
    public async Task Beyond_the_machine_a_token_is_made_and_printed_and_nothing_is_told_without_it()
    {
        using var stop = new CancellationTokenSource();
        using var error = new Told();
        using var host = new Host { Input = Stream.Null, Output = Stream.Null, Error = error, Stop = stop.Token };
        Task<int> run = Task.Run(() => Application.Run(["serve", "--no-browser", "--port", "0", "--listen", "0.0.0.0", "-r", cli.Record], host));
        string address = AddressIn().Match(await error.When("Ctrl-C", Most)).Value;
        Assert.Matches("\\?token=[0-9a-f]{32}$", address);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(new Uri(address), "/"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(address)).StatusCode);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Done, await run.WaitAsync(Most));
    }

    [Fact]
    public async Task A_token_of_any_letters_is_printed_so_that_a_browser_shows_it_whole()
    {
        using var stop = new CancellationTokenSource();
        using var error = new Told();
        using var host = new Host { Input = Stream.Null, Output = Stream.Null, Error = error, Stop = stop.Token };
        string file = cli.Write("token.txt", "one + two & three # four % five\n");
        Task<int> run = Task.Run(() => Application.Run(["serve", "--no-browser", "--port", "0", "--token-file", file, "-r", cli.Record], host));
        string address = AddressIn().Match(await error.When("Ctrl-C", Most)).Value;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(address)).StatusCode);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Done, await run.WaitAsync(Most));
    }

    [Fact]
    public void A_port_that_is_taken_is_said_with_a_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        CommandLine.Result r = cli.Run("serve", "--no-browser", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-r", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains($"port {port} cannot be used", r.Error, StringComparison.Ordinal);
        Assert.Contains("name another with --port", r.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "everywhere", "'everywhere' is no address", "127.0.0.1")]
    [InlineData("--listen", "127.0.0.1.5", "is no address", "127.0.0.1")]
    [InlineData("--listen", "192.0.2.1", "cannot be used", "--listen")]
    [InlineData("--port", "65536", "65536 is no port", "0 to 65535")]
    [InlineData("--port", "-1", "-1 is no port", "0 to 65535")]
    [InlineData("--port", "http", "http", "--help")]
    [InlineData("--token-file", "/no/such/token.txt", "cannot be read", "--token-file")]
    public void What_cannot_be_served_is_said_with_a_remedy(string option, string value, string message, string remedy)
    {
        CommandLine.Result r = cli.Run("serve", "--no-browser", option, value, "-r", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains(message, r.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_token_is_refused()
    {
        CommandLine.Result r = cli.Run("serve", "--no-browser", "--token-file", cli.Write("token.txt", "  fifteen letters \n"), "-r", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains("has 15 characters", r.Error, StringComparison.Ordinal);
        Assert.Contains("16 at least", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_record_is_not_served()
    {
        CommandLine.Result r = cli.Run("serve", "--no-browser", "--port", "0", "-r", cli.Write("notes.db", new string('x', 5000)));
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.StartsWith("annalist: ", r.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex AddressIn();

    /// <summary>Messages, and when one came.</summary>
    private sealed class Told : TextWriter
    {
        private readonly StringBuilder text = new();
        private readonly Lock gate = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (gate) text.Append(value);
        }

        public override string ToString()
        {
            lock (gate) return text.ToString();
        }

        /// <summary>All that was said, as soon as the words are among it.</summary>
        public async Task<string> When(string words, TimeSpan most)
        {
            using var limit = new CancellationTokenSource(most);
            while (!ToString().Contains(words, StringComparison.Ordinal)) await Task.Delay(10, limit.Token);
            return ToString();
        }
    }
}
