using System.Net;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>
/// Lets through only requests that call this machine by its own name, and changes only from its own pages. The first stops a page elsewhere whose name is made to point here
/// (DNS rebinding), the second a form elsewhere that posts here; both work on loopback too.
/// </summary>
internal sealed class HostGate(RequestDelegate next, WebOptions options)
{
    private readonly HashSet<string> names = new(
        [.. options.HostNames, "localhost", "127.0.0.1", "[::1]", .. IPAddress.IsLoopback(options.Address) ? Array.Empty<string>() : [options.Address.ToString(), $"[{options.Address}]"]], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!IsOwn(request, context))
        {
            return Refusal.Write(context, StatusCodes.Status421MisdirectedRequest, "This address is not the desk's", $"The request calls this machine \"{Shown(request.Host.Value)}\".",
                "Use http://localhost with the port that annalist serve printed, or start it with --host-name for another name.");
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && IsForeign(request))
        {
            return Refusal.Write(context, StatusCodes.Status403Forbidden, "A page from elsewhere wanted to change the record", "The request does not come from a page of this desk.", "Make the change on the desk's own page.");
        }
        return next(context);
    }

    private bool IsOwn(HttpRequest request, HttpContext context)
    {
        if (!request.Host.HasValue) return false;
        string host = request.Host.Host;
        // Bound to all addresses, the one that the request came in at is ours too.
        return names.Contains(host) || (!IPAddress.IsLoopback(options.Address) && context.Connection.LocalIpAddress is { } local && (host == local.MapToIPv4().ToString() || host.Trim('[', ']') == local.ToString()));
    }

    // Browsers send Origin with every change. Programs send neither; they have the token, or sit on this machine.
    private static bool IsForeign(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not null and not ("same-origin" or "none")) return true;
        string? origin = request.Headers.Origin;
        return origin is not null && !string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    private static string Shown(string? host) => host is null ? "" : host.Length > 60 ? host[..60] + "…" : host;
}
