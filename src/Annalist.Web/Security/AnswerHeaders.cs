using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>
/// Headers of every answer: no script, style, picture or request but this server's own, no framing, no guessing of types, no address told to others.
/// Style attributes are not allowed either, so nothing that a report says can become style.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": under that, browsers send forms with an Origin of null, which tells nobody where they come from.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
