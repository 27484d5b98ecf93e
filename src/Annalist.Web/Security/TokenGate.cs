using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>Where a token is set, lets through only who shows it: as <c>Authorization: Bearer</c>, or once as <c>?token=</c>, after which a cookie stands for it.</summary>
internal sealed class TokenGate(RequestDelegate next, WebOptions options)
{
    private const string Cookie = "annalist-token";

    public Task InvokeAsync(HttpContext context)
    {
        if (options.Token is not { } token) return next(context);
        HttpRequest request = context.Request;
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) && Same(header["Bearer ".Length..].Trim(), token)) return next(context);
        if (request.Cookies[Cookie] is { } cookie && Same(cookie, Kept(token))) return next(context);
        if (HttpMethods.IsGet(request.Method) && request.Query["token"].ToString() is { Length: > 0 } given && Same(given, token))
        {
            context.Response.Cookies.Append(Cookie, Kept(token), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            // Out of the address line and the history. Escaped, as a header takes no other letters; a path of two slashes would lead to another machine.
            context.Response.Redirect(DeskEndpoints.Local(request.Path.ToUriComponent(), "/"));
            return Task.CompletedTask;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"annalist\"";
        return Refusal.Write(context, StatusCodes.Status401Unauthorized, "A token is needed", "This desk listens beyond its own machine and answers only who shows its token.",
            "Programs send the header \"Authorization: Bearer TOKEN\"; a browser opens the address with ?token=TOKEN that annalist serve printed.");
    }

    // What the cookie holds cannot be used as the token elsewhere.
    private static string Kept(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("cookie\n" + token)));

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
