using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Security;

/// <summary>An answer that says what is wrong and what to do: to a browser as a page, to a program as problem details (RFC 9457).</summary>
internal static class Refusal
{
    /// <summary>Writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">What is wrong, in short.</param>
    /// <param name="detail">What is wrong.</param>
    /// <param name="remedy">What to do about it.</param>
    public static Task Write(HttpContext context, int status, string title, string detail, string remedy)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            response.ContentType = "application/problem+json";
            return response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, object> { ["title"] = title, ["status"] = status, ["detail"] = detail, ["remedy"] = remedy }));
        }
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)} – Annalist</title><link rel="stylesheet" href="/assets/annalist.css"></head>
            <body><header class="mast"><a class="name" href="/">Annalist</a></header><main class="narrow"><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(detail)}</p><p>{WebUtility.HtmlEncode(remedy)}</p><p><a href="/">To the desk</a></p></main></body></html>
            """);
    }
}
