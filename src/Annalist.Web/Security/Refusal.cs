using System.Net;
using System.Text.Json;
using Annalist.Web.Lookup;
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
        return response.WriteAsync(Page(context, status, title, detail, remedy));
    }

    // Written out and not rendered: what is wrong may be the rendering, or the record that every page asks.
    private static string Page(HttpContext context, int status, string title, string detail, string remedy)
    {
        // Whom the desk does not let in it offers no way in either.
        bool inside = status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status421MisdirectedRequest);
        string theme = context.Request.Cookies["annalist-theme"] is "light" or "dark" ? $" data-theme=\"{context.Request.Cookies["annalist-theme"]}\"" : "";
        string head = inside
            ? $"""
                <a class="skip" href="#main">To the page</a>
                <header class="mast"><a class="name" href="/" aria-label="Annalist, home">{MainPages.Sign}Annalist</a>
                <nav aria-label="Pages">{string.Concat(MainPages.All.Select(p => $"<a href=\"{p.Href}\">{p.Name}</a>"))}</nav>
                <form class="find" role="search" action="/search" method="get"><label class="unseen" for="find">Search the record</label><input id="find" name="q" type="search" maxlength="200" placeholder="Search" autocomplete="off" spellcheck="false"></form></header>
                """
            : """<header class="mast"><span class="name">Annalist</span></header>""";
        return $"""
            <!doctype html>
            <html lang="en"{theme}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(title)} – Annalist</title>
            <link rel="icon" href="{EmbeddedAssets.Address("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{EmbeddedAssets.Address("annalist.css")}">
            </head>
            <body>
            {head}
            <main id="main" class="narrow" tabindex="-1"><h1 dir="auto">{Encode(Sentence(title, stop: false))}</h1><p dir="auto">{Encode(Sentence(detail))}</p><p dir="auto">{Encode(Sentence(remedy))}</p>{(inside ? """<p><a href="/">To the first page</a></p>""" : "")}</main>
            </body>
            </html>
            """;
    }

    /// <summary>With a capital at its beginning and a stop at its end.</summary>
    internal static string Sentence(string text, bool stop = true)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0) return trimmed;
        // An address keeps its small letters.
        bool word = char.IsLower(trimmed[0]) && !trimmed.StartsWith("http", StringComparison.Ordinal);
        string begun = word ? char.ToUpperInvariant(trimmed[0]) + trimmed[1..] : trimmed;
        return stop && (char.IsLetterOrDigit(begun[^1]) || begun[^1] is '”' or '"' or ')' or '’' or '/') ? begun + "." : begun;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
