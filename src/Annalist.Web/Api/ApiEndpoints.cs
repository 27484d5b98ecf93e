using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Annalist.Analysis.Evaluation;
using Annalist.Model;
using Annalist.Store;
using Annalist.Web.Lookup;
using Annalist.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Annalist.Web.Api;

/// <summary>
/// The HTTP interface: what the pages show, for programs, with the filters of the command line. Lists come a page at a time as JSON, or whole as JSON lines (<c>format=jsonl</c>), streamed.
/// It changes nothing.
/// </summary>
internal static class ApiEndpoints
{
    private const string JsonLines = "application/jsonl";

    public static void AddServices(IServiceCollection services) => services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Annalist";
        document.Info.Version = "1";
        document.Info.Description = "Findings, reports and the world of one record. Read only. Beyond loopback every request carries Authorization: Bearer TOKEN.";
        document.Servers = [];
        return Task.CompletedTask;
    }));

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/openapi.json");
        RouteGroupBuilder api = app.MapGroup("/api");
        Findings(api, "/findings", null, "Findings of all kinds, or of those that kind names, the newest first.");
        foreach (string kind in Text.FindingText.Kinds) Findings(api, $"/{kind}s", kind, $"Findings of the kind {kind}, the newest first.");
        api.MapGet("/findings/{id}", (string id, Desk desk) => desk.Store.Show(id) is { } shown ? Json(Receipt(shown)) : Missing("finding", id, "/api/findings", [])).WithSummary("One finding with its receipt.");
        api.MapGet("/reports", (HttpContext context, Desk desk, string? outlet, string? since, string? until, string? limit, string? offset, string? format) => Reports(context, desk)).WithSummary("Reports, the newest told first, without their texts.");
        api.MapGet("/reports/{label}", (string label, Desk desk) => desk.Store.Reports(new FindingFilter { Report = label, Limit = 1 }).FirstOrDefault() is { } r ? Results.Content(RecordJson.Write(r.Report), "application/json") : Missing("report", label, "/api/reports", LikeReports(desk, label))).WithSummary("One report with its text.");
        api.MapGet("/search", Search).WithSummary("Reports and findings that have the words.");
        api.MapGet("/queue", (HttpContext context, Desk desk, string? report, string? kind, string? limit, string? offset) => Queue(context, desk)).WithSummary("Findings that nobody has reviewed, the doubtful first.");
        api.MapGet("/progress", (Desk desk, string? report) => Results.Json(desk.Store.Progress(report), Naming)).WithSummary("How far the record, or a report, is reviewed.");
        api.MapGet("/accuracy", (Desk desk) => Results.Json(Accuracy(desk), Naming)).WithSummary("How right the program is on this record, by what persons said of its findings.");
        api.MapGet("/verdicts", (Desk desk) => Lines(desk.Store.VerdictHistory(), v => Line([("id", v.Id), ("verdict", v.Verdict), ("author", v.Author), ("why", v.Why), ("judged", v.Judged), ("report", v.ReportLabel)]))).WithSummary("Everything that was ever said of findings, as JSON lines.");
        api.MapGet("/system/{code}", (string code, Desk desk, HttpContext context, string? at) => Sheet(code, desk, context)).WithSummary("Everything held on a state, an institution, a project or a dossier, as JSON lines, each with its section.");
        api.MapGet("/who/{code}", (string code, Desk desk, HttpContext context, string? at) => Who(code, desk, context)).WithSummary("Who belongs to it on the day, as JSON lines.");
        api.MapGet("/may", (HttpContext context, Desk desk, string who, string act, string? whom, string? at, string? matter, string? purpose) => May(context, desk)).WithSummary("Whether somebody may do something on a day.");
        api.MapGet("/world/actors", (Desk desk, HttpContext context, string? kind) => Actors(desk, context)).WithSummary("States, institutions, groups and the like that the packs know, as JSON lines.");
        api.MapGet("/world/people", (Desk desk, HttpContext context, string? q, string? code, string? at) => People(desk, context)).WithSummary("People whom the packs know, with their offices, as JSON lines.");
        api.MapGet("/world/dossiers", (Desk desk) => Lines(desk.View().Dossiers, d => Line([("id", d.Fact.Id), ("title", d.Fact.Title), ("codes", d.Fact.Codes), ("words", d.Fact.Words)]))).WithSummary("Dossiers, as JSON lines; what is held on one is under system.");
        api.MapGet("/world/expectations", (Desk desk, HttpContext context, string? at) => Expected(desk, context)).WithSummary("Expectations of packs and record with what has become of them, as JSON lines.");
        api.MapGet("/dyads", (Desk desk, HttpContext context, string? limit) => Lines(desk.Store.DyadCounts(Asked.Value(context.Request.Query, "limit") is null ? 200 : Asked.Page(context.Request.Query).Limit), d => Line([("a", d.A), ("b", d.B), ("events", (double)d.Count), ("mean_score", d.MeanScore)]))).WithSummary("The pairs with most events between them, as JSON lines.");
        api.MapGet("/ask", (Desk desk, string question) => Results.Content(AnswerJson.Write(new Questions(desk.View()).Ask(Question.Parse(question))), "application/json")).WithSummary("A question in the form of annalist ask, as JSON.");
        api.MapGet("/commitments", (Desk desk, HttpContext context, string? by, string? toward, string? at) => Commitments(desk, context)).WithSummary("Commitments of packs and record with their stage, as JSON lines.").WithName("held-commitments");
    }

    private static void Findings(RouteGroupBuilder api, string path, string? kind, string summary)
    {
        // Commitments of the record alone are under findings; the plain word is for those of the world.
        if (kind == "commitment") return;
        api.MapGet(path, (HttpContext context, Desk desk, string? actor, string? with, string? by, string? toward, string? type, string? status, string? since, string? until, string? at, string? outlet, string? report, string? speaker,
            string? confidence, string? review, string? limit, string? offset, string? format) => List(context, desk, kind)).WithSummary(summary);
    }

    // The single pairs are as many as the findings; eval --show has them.
    private static ReviewCard Accuracy(Desk desk) => ReviewAccuracy.Of(desk.Store, GroupMembers.Of(desk.World)) is var card && card.Scores is { } scores ? card with { Scores = scores with { Pairings = [] } } : card;

    private static IResult List(HttpContext context, Desk desk, string? kind)
    {
        FindingFilter filter = Asked.Findings(context.Request.Query, desk.World, kind);
        if (AsLines(context)) return Lines(desk.Store.Findings(filter), f => f.Json);
        (int limit, int offset) = Asked.Page(context.Request.Query);
        int count = desk.Store.Count(filter);
        StoredFinding[] page = [.. desk.Store.Findings(filter with { Limit = limit, Offset = offset })];
        return Page(context, count, limit, offset, page.Select(f => Shown(f)));
    }

    private static IResult Reports(HttpContext context, Desk desk)
    {
        FindingFilter filter = Asked.Findings(context.Request.Query, desk.World);
        if (AsLines(context)) return Lines(desk.Store.Reports(filter), r => RecordJson.Write(r.Report));
        (int limit, int offset) = Asked.Page(context.Request.Query);
        return Page(context, desk.Store.CountReports(filter), limit, offset, desk.Store.Reports(filter with { Limit = limit, Offset = offset }).Select(r =>
        {
            JsonObject line = JsonNode.Parse(RecordJson.Write(r.Report))!.AsObject();
            line.Remove("text");
            line["findings"] = r.Findings;
            line["learned"] = r.Learned;
            return (JsonNode)line;
        }));
    }

    private static IResult Queue(HttpContext context, Desk desk)
    {
        (int limit, int offset) = Asked.Page(context.Request.Query);
        FindingFilter asked = Asked.Findings(context.Request.Query, desk.World);
        string? report = asked.Report is null ? null : desk.Store.Reports(new FindingFilter { Report = asked.Report, Limit = 1 }).FirstOrDefault()?.Report.Hash ?? throw new QuestionException($"the record has no report {asked.Report}", "look at /api/reports");
        var filter = new QueueFilter { Report = report, Kinds = asked.Kinds, Limit = limit, Offset = offset };
        return Page(context, asked.Kinds.Count == 0 ? desk.Store.Progress(report).Open : null, limit, offset, desk.Store.Queue(filter).Select(f => Shown(f)));
    }

    private static IResult Search(HttpContext context, Desk desk, string q, string? limit, string? offset)
    {
        (int rows, int from) = Asked.Page(context.Request.Query);
        return Page(context, null, rows, from, desk.Store.Search(q.Length > 300 ? q[..300] : q, rows, from).Select(h => (JsonNode)new JsonObject
        {
            ["kind"] = h.Kind,
            ["finding"] = h.Finding,
            ["report"] = h.ReportLabel,
            ["title"] = h.Title,
            ["outlet"] = h.Outlet,
            ["told"] = h.Told,
            ["snippet"] = h.Snippet,
            ["marks"] = new JsonArray([.. h.Marks.Select(m => (JsonNode)new JsonArray(m.Start, m.End))]),
        }));
    }

    private static IResult Sheet(string code, Desk desk, HttpContext context)
    {
        DateOnly? at = Asked.Day(context.Request.Query, "at");
        SystemView view = desk.View();
        var sheets = new SystemSheet(view);
        return (sheets.Of(code, at) ?? (CodeReader.Actor(desk.World, code) is { } actor ? sheets.Of(actor.Code, at) : null)) is { } sheet
            ? Lines(sheet.SelectMany(s => s.Lines.Select(l => (s.Section, Line: l))), x => AnswerJson.Write(x.Line, [("section", x.Section)]))
            : Missing("actor or dossier", code, "/api/world/actors or /api/world/dossiers", [.. LikeActors(desk, code), .. LikeDossiers(view, code)]);
    }

    private static IResult Who(string code, Desk desk, HttpContext context)
    {
        DateOnly? at = Asked.Day(context.Request.Query, "at");
        return CodeReader.Actor(desk.World, code) is { } actor
            ? Lines(new Roster(desk.View()).Of(actor.Code, at, all: true), m => AnswerJson.Write(m.Line, [("code", m.Code), ("name", m.Name), ("as", m.As), ("through", m.Through)]))
            : Missing("actor", code, "/api/world/actors", LikeActors(desk, code));
    }

    private static IResult Commitments(Desk desk, HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        return Lines(new CommitmentFilter { By = Asked.Code(query, "by", desk.World), Toward = Asked.Code(query, "toward", desk.World), At = Asked.Day(query, "at") }.Of(desk.View()), l => AnswerJson.Write(l));
    }

    private static IResult Actors(Desk desk, HttpContext context)
    {
        string? kind = Asked.Value(context.Request.Query, "kind");
        if (kind is not null && Codes.Parse<ActorKind>(kind) is null) throw new QuestionException($"kind: “{Text.FindingText.Short(kind, 40)}” is no kind of actor", "write one of " + string.Join(' ', Codes.All<ActorKind>()));
        return Lines(desk.World.Actors.Where(a => kind is null || Codes.Of(a.Kind) == kind), a => Line([("code", a.Code), ("kind", Codes.Of(a.Kind)), ("name", a.Name), ("sector", Codes.Of(a.Sector)), ("founded", a.Founded?.ToString()), ("ended", a.Ended?.ToString()), ("pack", a.Pack), ("source", a.Source)]));
    }

    private static IResult People(Desk desk, HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        string? words = Asked.Value(query, "q"), code = Asked.Code(query, "code", desk.World);
        DateOnly? at = Asked.Day(query, "at");
        IEnumerable<Person> named = words is null ? desk.World.People : WorldIndex.Of(desk.World).PeopleLike(words).Select(p => p.Person);
        return Lines(
            named.Select(p => (Person: p, Offices: desk.World.OfficesOf(p.Id, at))).Where(x => code is null || x.Offices.Any(o => o.Code == code)),
            x => Line([("id", x.Person.Id), ("name", x.Person.Name), ("offices", x.Offices.Select(o => $"{o.Code} {o.Title} {o.Period.From?.ToString() ?? "unknown"} to {o.Period.To?.ToString() ?? "open or unknown"}").ToArray())]));
    }

    private static IResult Expected(Desk desk, HttpContext context) =>
        Lines(ViewIndex.Of(desk.View()).Expectations(Asked.Day(context.Request.Query, "at")), w => AnswerJson.Write(AnswerLine.Of(Codes.Of(w.State), w.Expectation), [("state", Codes.Of(w.State)), ("since", Text.FindingText.Day(w.Since))]));

    private static IResult May(HttpContext context, Desk desk)
    {
        IQueryCollection query = context.Request.Query;
        string verb = Asked.Value(query, "act") ?? "";
        if (desk.World.Acts.Find(verb) is not { } act) throw new QuestionException($"“{verb}” is no act", $"use one of {string.Join(' ', desk.World.Acts.Verbs)}, a type of event or a relation");
        var question = new MayQuestion
        {
            Bearer = Asked.Code(query, "who", desk.World) ?? throw new QuestionException("who is not given", "give a code or a name"),
            Act = act.Act,
            Toward = Asked.Code(query, "whom", desk.World),
            At = Asked.Day(query, "at"),
            Matter = Asked.Value(query, "matter") ?? act.Matter,
            Purpose = Asked.Value(query, "purpose"),
            AsRecipient = act.AsRecipient,
        };
        return Results.Content(AnswerJson.Write(Answer.Of(new Questions(desk.View()).May(question), question.At)), "application/json");
    }

    private static readonly JsonSerializerOptions Naming = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Receipt(ShownFinding shown)
    {
        JsonObject line = Shown(shown.Stored);
        line["outlet"] = shown.Stored.Outlet;
        line["told"] = shown.Stored.Told;
        line["learned"] = shown.Stored.Learned;
        line["retired"] = shown.Stored.Retired;
        line["same_sentence"] = new JsonArray([.. shown.SameSentence.Select(s => (JsonNode)s.Id)]);
        line["sources"] = new JsonArray([.. shown.Sources.Select(s => (JsonNode)s)]);
        return line;
    }

    private static JsonObject Shown(StoredFinding f)
    {
        JsonObject line = JsonNode.Parse(f.Json)!.AsObject();
        line["verdict"] = f.Verdict;
        line["verdict_by"] = f.Author;
        line["judged"] = f.Judged;
        return line;
    }

    private static bool AsLines(HttpContext context) => context.Request.Query["format"] == "jsonl" || context.Request.Headers.Accept.ToString().Contains(JsonLines, StringComparison.OrdinalIgnoreCase);

    // Written while the record is read: a million rows need no more memory than one.
    private static IResult Lines<T>(IEnumerable<T> items, Func<T, string> line) => Results.Stream(async output =>
    {
        var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            foreach (T item in items) await writer.WriteLineAsync(line(item)).ConfigureAwait(false);
        }
    }, JsonLines);

    private static IResult Page(HttpContext context, int? count, int limit, int offset, IEnumerable<JsonNode> items)
    {
        JsonArray array = [.. items];
        string? next = array.Count < limit ? null : context.Request.Path + QueryString.Create(context.Request.Query.Where(q => q.Key is not ("offset" or "token")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
            .Append(KeyValuePair.Create("offset", (string?)(offset + limit).ToString(System.Globalization.CultureInfo.InvariantCulture)))).ToString();
        return Json(new JsonObject { ["count"] = count, ["offset"] = offset, ["items"] = array, ["next"] = next });
    }

    private static IResult Json(JsonNode node) => Results.Content(node.ToJsonString(Naming), "application/json");

    private static string Line(IEnumerable<(string Name, object? Value)> fields) => AnswerJson.Write(fields);

    private static IEnumerable<string> LikeActors(Desk desk, string name) => CodeReader.Near(desk.World, name).Select(n => $"{n.Code} ({n.Name})");

    private static IEnumerable<string> LikeDossiers(SystemView view, string name)
    {
        string words = NameIndex.Fold(name);
        return view.Dossiers.Where(d => NameRank.Of(NameIndex.Fold(d.Fact.Id), words) < NameRank.None || NameRank.Of(NameIndex.Fold(d.Fact.Title), words) < NameRank.None).Select(d => $"{d.Fact.Id} ({d.Fact.Title})").Take(3);
    }

    private static IEnumerable<string> LikeReports(Desk desk, string label)
    {
        string words = NameIndex.Fold(label);
        return desk.Store.Reports(new FindingFilter { Limit = 1000 }).Select(r => r.Report.Label).Where(l => NameRank.Of(NameIndex.Fold(l), words) < NameRank.None).Take(3);
    }

    // What is like it is named as program text, and in the remedy for whoever reads that alone.
    private static IResult Missing(string what, string name, string list, IEnumerable<string> like)
    {
        string[] near = [.. like];
        return Results.Problem(title: $"No such {what}", detail: $"there is no {what} “{Text.FindingText.Short(name, 60)}”", statusCode: StatusCodes.Status404NotFound, extensions: new Dictionary<string, object?>
        {
            ["remedy"] = $"look in {list}{(near.Length > 0 ? "; like it: " + string.Join(", ", near) : "")}",
            ["near"] = near,
        });
    }
}
