using System.Text;
using Annalist.Ingest;
using Annalist.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Annalist.Web;

/// <summary>The changes that forms on the pages ask for. Each ends in another page, so that loading again repeats nothing.</summary>
internal static class DeskEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/read", Read).ExcludeFromDescription();
        app.MapPost("/theme", Theme).ExcludeFromDescription();
        app.MapGet("/findings/{id}/why", (string id, Desk desk) => desk.Why(id) is { } why ? Results.Text(why, "text/plain; charset=utf-8") : Results.NotFound()).ExcludeFromDescription();
    }

    /// <summary>A root-relative address of this desk, or the given other one: a form must not lead elsewhere.</summary>
    public static string Local(string? address, string otherwise) =>
        address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl) ? address : otherwise;

    /// <summary>The form that was sent, once its token holds.</summary>
    /// <exception cref="BadHttpRequestException">It is no form.</exception>
    /// <exception cref="AntiforgeryValidationException">Its token is missing or does not hold, or the form cannot be read.</exception>
    public static async Task<IFormCollection> Form(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType) throw new BadHttpRequestException("it is no form", StatusCodes.Status415UnsupportedMediaType);
        await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        return await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<IResult> Read(HttpContext context, Desk desk, IAntiforgery antiforgery)
    {
        IFormCollection form = await Form(context, antiforgery).ConfigureAwait(false);
        var labels = new List<string>();
        var rejected = new List<RejectedInput>();
        string text = form["text"].ToString();
        if (text.Length > 0)
        {
            // Forms write line ends as CR LF, whatever was pasted.
            Take(desk.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), null));
        }
        foreach (IFormFile file in form.Files.Where(f => f.Length > 0 || f.FileName.Length > 0))
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, context.RequestAborted).ConfigureAwait(false);
            Take(desk.Read(memory.ToArray(), file.FileName));
        }
        if (labels.Count == 0 && rejected.Count == 0) rejected.Add(new RejectedInput("the form", null, "nothing was given", "paste the text of a report, or choose a file"));
        if (rejected.Count > 0)
        {
            string detail = string.Join(" ", rejected.Take(5).Select(r => $"{Shown(r.Uri)}{(r.Line is { } line ? $", line {line}" : "")}: {r.Reason}."));
            string remedy = string.Join(" ", rejected.Select(r => r.Remedy).OfType<string>().Distinct().Take(3).Select(r => char.ToUpperInvariant(r[0]) + r[1..] + "."));
            string others = labels.Count == 0 ? "" : $" {labels.Count} other report{(labels.Count == 1 ? " was" : "s were")} read: see Reports.";
            await Refusal.Write(context, StatusCodes.Status422UnprocessableEntity, labels.Count == 0 ? "Nothing was read" : "Not everything was read", detail + others, remedy).ConfigureAwait(false);
            return Results.Empty;
        }
        return Results.LocalRedirect(labels.Count == 1 ? $"/reports/{Uri.EscapeDataString(labels[0])}" : "/reports");

        void Take((IReadOnlyList<string> Labels, IReadOnlyList<RejectedInput> Rejected) outcome)
        {
            labels.AddRange(outcome.Labels);
            rejected.AddRange(outcome.Rejected);
        }
    }

    private static async Task<IResult> Theme(HttpContext context, IAntiforgery antiforgery, [FromForm] string theme, [FromForm] string? back)
    {
        await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        if (theme is "light" or "dark") context.Response.Cookies.Append("annalist-theme", theme, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(400) });
        else context.Response.Cookies.Delete("annalist-theme");
        return Results.LocalRedirect(Local(back, "/"));
    }

    private static string Shown(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
