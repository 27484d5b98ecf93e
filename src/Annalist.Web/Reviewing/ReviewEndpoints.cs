using System.Globalization;
using Annalist.Model;
using Annalist.Store;
using Annalist.Web.Security;
using Annalist.Web.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Reviewing;

/// <summary>The steps of a review. Each form ends in the next place of the queue.</summary>
internal static class ReviewEndpoints
{
    private const string AuthorCookie = "annalist-author";

    public static void Map(WebApplication app)
    {
        app.MapPost("/review/judge", Guarded(Judge)).ExcludeFromDescription();
        // Pages take POST too: the page of the same address would be as good a match.
        app.MapPost("/review/add", Guarded(Add)).WithOrder(-1).ExcludeFromDescription();
        app.MapPost("/review/quick", Guarded(Quick)).ExcludeFromDescription();
        app.MapPost("/review/undo", Guarded(Undo)).ExcludeFromDescription();
        app.MapPost("/review/author", Guarded(Author)).ExcludeFromDescription();
        app.MapGet("/review/preview", Preview).ExcludeFromDescription();
        app.MapGet("/complete", Complete).ExcludeFromDescription();
    }

    /// <summary>Who reviews, as the person said on a page, else as the program was started with; null when nobody said.</summary>
    public static string? AuthorOf(HttpContext context, WebOptions options) => context.Request.Cookies[AuthorCookie] is { Length: > 0 } name ? Clean(Uri.UnescapeDataString(name)) : options.Author;

    /// <summary>The place that a form or an address says.</summary>
    public static ReviewPlace PlaceOf(Func<string, string?> value)
    {
        string? kind = value("kind");
        return new ReviewPlace(
            value("report") is { Length: > 0 } report ? report : null,
            kind is not null && FindingText.Kinds.Contains(kind) ? kind : null,
            value("order") == "doubt" || value("report") is not { Length: > 0 },
            int.TryParse(value("n"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0,
            value("id") is { Length: > 0 } id ? id : null);
    }

    private static IResult Judge(HttpContext context, IFormCollection form, Desk desk, WebOptions options)
    {
        ReviewPlace place = PlaceOf(k => k == "id" ? null : form["place." + k].ToString());
        string id = form["id"].ToString(), why = form["why"].ToString();
        string? author = AuthorOf(context, options);
        switch (form["act"].ToString())
        {
            case "accept":
                return Judged(desk.Store.Judge(id, Judgement.Accepted, why, desk.Now, author), place, id);
            case "reject":
                return Judged(desk.Store.Judge(id, Judgement.Rejected, why, desk.Now, author), place, id);
            case "withdraw":
                desk.Store.Judge(id, Judgement.Withdrawn, why, desk.Now, author);
                return Results.LocalRedirect(place.Address(id: id));
            case "merge":
                string into = form["into"].ToString();
                if (into.Length == 0) throw new FieldException("Merge", "no other finding is chosen", "choose the one that it tells again");
                return Judged(desk.Store.Merge(id, into, why, desk.Now, author), place, id);
            default:
                ShownFinding shown = desk.Store.Show(id) ?? throw Missing(id);
                string text = shown.Finding.In == TextPart.Title ? shown.Report.Report.Title ?? "" : shown.Report.Report.Text;
                Finding mended = desk.Fields.Read(shown.Finding, text, k => form.TryGetValue("f." + k, out var v) ? v.ToString() : null);
                // Saved without a change, it is accepted as it stands.
                return mended == shown.Finding ? Judged(desk.Store.Judge(id, Judgement.Accepted, why, desk.Now, author), place, id) : Judged(desk.Store.Mend(id, mended, why, desk.Now, author), place, id);
        }
    }

    private static IResult Judged(JudgeOutcome? outcome, ReviewPlace place, string id)
    {
        if (outcome is null) throw Missing(id);
        // What was open is no longer: the next one stands at its place. What was looked at out of turn leads back to the queue.
        return Results.LocalRedirect(place.Address());
    }

    private static IResult Add(HttpContext context, IFormCollection form, Desk desk, WebOptions options)
    {
        ReviewPlace place = PlaceOf(k => k == "id" ? null : form["place." + k].ToString());
        (StoredReport report, IReadOnlyList<ReviewSentence> sentences, _) = Known(desk, form["report"].ToString());
        if (!int.TryParse(form["sentence"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > sentences.Count) throw new FieldException("Sentence", "no sentence is chosen", $"choose one of 1 to {sentences.Count}");
        ReviewSentence sentence = sentences[number - 1];
        Finding draft = QuickLine.Blank(form["kind"].ToString(), report.Report, sentence);
        Finding made = desk.Fields.Read(draft, sentence.TextOf(report.Report), k => form.TryGetValue("f." + k, out var v) ? v.ToString() : null);
        if (made is Event { } act && act.Actors.Concat(act.Recipients).All(p => p.Code == "UNK" && p.Name is null)) throw new FieldException("Actors", "nobody is named", "name one who acts or one whom it is done to");
        if (made is Tie { Subject: "UNK", Object: "UNK" }) throw new FieldException("Subject", "nobody is named", "name one side of the tie");
        if (made is Event e && Cue(form["cue"].ToString(), sentence, report.Report) is { } cue) made = e with { CueSpan = cue };
        desk.Store.Add(report.Report.Hash, made, desk.Now, AuthorOf(context, options));
        return Results.LocalRedirect(place.Address(said: "added"));
    }

    private static IResult Quick(HttpContext context, IFormCollection form, Desk desk, WebOptions options)
    {
        ReviewPlace place = PlaceOf(k => k == "id" ? null : form["place." + k].ToString());
        (StoredReport report, Finding made) = Made(desk, form["report"].ToString(), form["line"].ToString(), form["here"].ToString());
        desk.Store.Add(report.Report.Hash, made, desk.Now, AuthorOf(context, options));
        return Results.LocalRedirect(place.Address(said: "added"));
    }

    private static IResult Undo(HttpContext context, IFormCollection form, Desk desk, WebOptions options)
    {
        ReviewPlace place = PlaceOf(k => k == "id" ? null : form["place." + k].ToString());
        UndoOutcome? undone = desk.Store.Undo(desk.Now, AuthorOf(context, options));
        if (undone is null) return Results.LocalRedirect(place.Address(said: "nothing"));
        // An addition that was taken back is nowhere to be shown.
        return Results.LocalRedirect(undone.Undone.Judgement == Judgement.Added ? place.Address(said: "undone") : place.Address(id: undone.Undone.Id, said: "undone"));
    }

    private static IResult Author(HttpContext context, IFormCollection form, Desk desk, WebOptions options)
    {
        string name = Clean(form["author"].ToString()) ?? "";
        if (name.Length == 0) context.Response.Cookies.Delete(AuthorCookie);
        else context.Response.Cookies.Append(AuthorCookie, Uri.EscapeDataString(name), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(400) });
        return Results.LocalRedirect(DeskEndpoints.Local(form["back"], "/review"));
    }

    /// <summary>What a quick line would add, while it is being written.</summary>
    private static IResult Preview(Desk desk, string report, string? line, string? here)
    {
        (StoredReport stored, IReadOnlyList<ReviewSentence> sentences, _) = Known(desk, report);
        string? first = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        ReviewSentence? sentence = Numbered(sentences, first) ?? Numbered(sentences, here);
        string says = "", problem = "";
        try
        {
            Finding made = Made(desk, report, line ?? "", here).Made;
            says = string.Join(" · ", new[] { FindingText.Kind(made), FindingText.Type(made), FindingText.Line(made, desk.World), FindingText.Status(made), FindingText.Days(made) }.Where(x => !string.IsNullOrEmpty(x)));
        }
        catch (FieldException e)
        {
            problem = $"{e.Message}: {e.Remedy}";
        }
        return Results.Json(new
        {
            sentence = sentence?.Number,
            text = sentence is null ? null : FindingText.Short(sentence.Cut(stored.Report), 400),
            parties = sentence?.Parties.Select(p => ReviewSentence.Shown(p, desk.World)) ?? [],
            says,
            problem,
        });
    }

    /// <summary>Codes whose code or name begins so, for completion: the busiest of the packs first.</summary>
    private static IResult Complete(Desk desk, string? q)
    {
        string words = (q ?? "").Trim();
        if (words.Length is 0 or > 60) return Results.Json(Array.Empty<object>());
        var found = Lookup.WorldIndex.Of(desk.World).ActorsLike(words).Take(8).Select(a => new { value = a.Actor.Code, label = a.Actor.Name, sector = Codes.Of(a.Actor.Sector) });
        return Results.Json(found);
    }

    private static (StoredReport Report, Finding Made) Made(Desk desk, string report, string line, string? here)
    {
        (StoredReport stored, IReadOnlyList<ReviewSentence> sentences, Coding.Coding coding) = Known(desk, report);
        (Finding draft, IReadOnlyDictionary<string, string> fields) = new QuickLine(desk.World, desk.Fields.Book).Read(line, stored.Report, sentences, Numbered(sentences, here), coding.Findings);
        ReviewSentence sentence = sentences.First(s => s.In == draft.In && s.Span == draft.Span);
        return (stored, desk.Fields.Read(draft, sentence.TextOf(stored.Report), k => fields.GetValueOrDefault(k)));
    }

    private static (StoredReport Report, IReadOnlyList<ReviewSentence> Sentences, Coding.Coding Coding) Known(Desk desk, string label)
    {
        StoredReport report = desk.Store.Reports(new FindingFilter { Report = label, Limit = 1 }).FirstOrDefault() ?? throw new RecordException($"the record has no report {FindingText.Short(label, 80)}", "choose one of the list under Reports");
        Coding.Coding coding = desk.Code(report.Report);
        return (report, ReviewSentence.Of(coding), coding);
    }

    private static ReviewSentence? Numbered(IReadOnlyList<ReviewSentence> sentences, string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 && n <= sentences.Count ? sentences[n - 1] : null;

    private static TextSpan? Cue(string words, ReviewSentence sentence, Report report)
    {
        if (words.Length == 0) return null;
        int at = sentence.Cut(report).IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(sentence.Span.Start + at, sentence.Span.Start + at + words.Length);
    }

    private static RecordException Missing(string id) => new($"the record has no finding {FindingText.Short(id, 40)}", "it may have been coded anew: load the queue again");

    private static string? Clean(string name)
    {
        string clean = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? null : clean.Length > 80 ? clean[..80] : clean;
    }

    // A form is read once its token holds; what cannot be taken is said with the field and the remedy.
    private static RequestDelegate Guarded(Func<HttpContext, IFormCollection, Desk, WebOptions, IResult> step) => async context =>
    {
        var services = context.RequestServices;
        IFormCollection form = await DeskEndpoints.Form(context, (IAntiforgery)services.GetService(typeof(IAntiforgery))!).ConfigureAwait(false);
        IResult result;
        try
        {
            result = step(context, form, (Desk)services.GetService(typeof(Desk))!, (WebOptions)services.GetService(typeof(WebOptions))!);
        }
        catch (FieldException e)
        {
            await Refusal.Write(context, StatusCodes.Status422UnprocessableEntity, "Not taken", $"{e.Field}: {e.Message}.", char.ToUpperInvariant(e.Remedy[0]) + e.Remedy[1..] + ". Go back: what you wrote is still in the form.").ConfigureAwait(false);
            return;
        }
        catch (ArgumentException e)
        {
            await Refusal.Write(context, StatusCodes.Status422UnprocessableEntity, "Not taken", e.Message, "Go back and mend it.").ConfigureAwait(false);
            return;
        }
        await result.ExecuteAsync(context).ConfigureAwait(false);
    };
}
