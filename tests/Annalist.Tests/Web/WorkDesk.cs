using System.Text.RegularExpressions;
using Annalist.Store;
using Annalist.Tests.Store;
using Annalist.Web;

namespace Annalist.Tests.Web;

/// <summary>A desk over an empty record of its own, and a browser's behaviour: cookies kept, forms sent with their token, redirects shown.</summary>
internal sealed partial class WorkDesk : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebServer server;
    private string? token;

    private WorkDesk(TemporaryFolder folder, WebServer server)
    {
        (this.folder, this.server) = (folder, server);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = server.Address };
    }

    public HttpClient Client { get; }

    public WebServer Server => server;

    public Uri Address => server.Address;

    public string Record => folder.File("desk.db");

    /// <summary>Starts one; the record is made by <paramref name="fill"/> before.</summary>
    public static async Task<WorkDesk> StartAsync(Func<WebOptions, WebOptions>? options = null, Action<RecordStore>? fill = null)
    {
        var folder = new TemporaryFolder();
        try
        {
            if (fill is not null)
            {
                using RecordStore store = RecordStore.Open(folder.File("desk.db"));
                fill(store);
            }
            var plain = new WebOptions { Record = folder.File("desk.db"), Port = 0 };
            return new WorkDesk(folder, await WebServer.StartAsync(options is null ? plain : options(plain)));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A form's token, with its cookie in the client.</summary>
    public async Task<string> TokenAsync() => token ??= FormToken().Match(await Client.GetStringAsync("/")).Groups[1].Value;

    /// <summary>Sends a form as a page of the desk does.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("form-token", await TokenAsync()), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await Client.PostAsync(address, form);
    }

    /// <summary>Drops files.</summary>
    public async Task<HttpResponseMessage> DropAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "form-token" } };
        foreach ((string name, byte[] bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await Client.PostAsync("/read", form);
    }

    /// <summary>What the record has.</summary>
    public T Look<T>(Func<RecordStore, T> look)
    {
        using RecordStore store = RecordStore.OpenExisting(Record);
        return look(store);
    }

    /// <summary>Labels of the reports, sorted.</summary>
    public string[] Labels() => Look(s => s.Reports(new FindingFilter()).Select(r => r.Report.Label).Order(StringComparer.Ordinal).ToArray());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();
}
