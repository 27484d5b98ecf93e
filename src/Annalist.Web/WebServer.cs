using System.Net;
using Annalist.Store;
using Annalist.Web.Components;
using Annalist.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Annalist.Web;

/// <summary>The web view: pages and HTTP interface over one record, served from this process.</summary>
public sealed class WebServer : IAsyncDisposable
{
    /// <summary>The longest request body: a report has at most two million characters of up to three bytes each, and a form's writing takes three bytes for one of those.</summary>
    private const long MostBodyBytes = 20 * 1024 * 1024;

    private readonly WebApplication app;
    private readonly Desk desk;

    private WebServer(WebApplication app, Desk desk, Uri address)
    {
        this.app = app;
        this.desk = desk;
        Address = address;
    }

    /// <summary>Where the first page is, as a browser on this machine asks for it.</summary>
    public Uri Address { get; }

    /// <summary>All addresses that answer, with their methods.</summary>
    internal IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Opens the record and begins to serve. Model and packs are loaded beside it, so that the first page need not wait for them.</summary>
    /// <param name="options">How to serve.</param>
    /// <param name="stop">Ends the start.</param>
    /// <exception cref="RecordException">The record cannot be opened.</exception>
    /// <exception cref="IOException">The port is taken, or may not be used.</exception>
    /// <exception cref="ArgumentException">The address is not loopback and there is no token, or the token is too short.</exception>
    public static async Task<WebServer> StartAsync(WebOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Token is null && !IPAddress.IsLoopback(options.Address)) throw new ArgumentException($"{options.Address} can be reached from other machines: a token is needed", nameof(options));
        if (options.Token is { Length: < 16 }) throw new ArgumentException("the token must have 16 characters at least", nameof(options));
        var desk = new Desk(options);
        try
        {
            Task? reading = Warmup.Begin(desk);
            WebApplication app = Build(options, desk);
            await app.StartAsync(stop).ConfigureAwait(false);
            int port = new Uri(app.Urls.First()).Port;
            Warmup.GoOn(reading, desk, options, port);
            string host = options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any) || IPAddress.IsLoopback(options.Address) ? "localhost" : options.Address.ToString();
            return new WebServer(app, desk, new UriBuilder(Uri.UriSchemeHttp, host, port).Uri);
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    /// <summary>Serves until it is told to stop.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3)))
        {
            await app.StopAsync(limit.Token).ConfigureAwait(false);
        }
        await app.DisposeAsync().ConfigureAwait(false);
        desk.Dispose();
    }

    private static WebApplication Build(WebOptions options, Desk desk)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name, EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = MostBodyBytes;
            k.Limits.MaxConcurrentConnections = 200;
            k.Limits.MaxRequestLineSize = 16 * 1024;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            k.Listen(options.Address, options.Port);
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(options.Clock);
        // Keys live as long as the process: nothing is written outside of the record.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "annalist-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.HttpOnly = true;
            o.FormFieldName = "form-token";
            o.HeaderName = "X-Form-Token";
            // The header against framing is set for every answer, with the others.
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o =>
        {
            o.ValueLengthLimit = (int)MostBodyBytes;
            o.MultipartBodyLengthLimit = MostBodyBytes;
            o.ValueCountLimit = 400;
        });
        // What an address lacks is said in the same way as every other fault.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        Api.ApiEndpoints.AddServices(builder.Services);
        WebApplication app = builder.Build();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<HostGate>();
        app.UseMiddleware<TokenGate>();
        app.UseMiddleware<PlainErrors>();
        app.UseRouting();
        app.UseAntiforgery();
        EmbeddedAssets.Map(app);
        DeskEndpoints.Map(app);
        Charts.Map(app);
        Reviewing.ReviewEndpoints.Map(app);
        Api.ApiEndpoints.Map(app);
        app.MapRazorComponents<App>();
        app.MapFallback(context => Refusal.Write(context, StatusCodes.Status404NotFound, "No such page", "The desk has nothing at this address.",
            context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? "/api/openapi.json lists every address of the interface." : "Go on from the first page, or search the record."));
        return app;
    }
}
