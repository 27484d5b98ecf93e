using Annalist.Web.Lookup;
using Annalist.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web;

/// <summary>The figures behind the charts of pages, as JSON.</summary>
internal static class Charts
{
    /// <summary>Adds <c>/states/CODE/chart.json</c> and the like: <c>{months: ["2023-09"], series: [{name, values: [3]}], earlier: 0}</c>, a value a month.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/states/{code}/chart.json", Actor).ExcludeFromDescription();
        app.MapGet("/institutions/{code}/chart.json", Actor).ExcludeFromDescription();
        app.MapGet("/dyads/{a}/{b}/chart.json", Dyad).ExcludeFromDescription();
    }

    private static IResult Actor(string code, Desk desk) => desk.World.Actor(code) is null ? Results.NotFound() : Json(new MonthCounts(ViewIndex.Of(desk.View()).Events[code]));

    private static IResult Dyad(string a, string b, Desk desk)
    {
        if (desk.World.Actor(a) is null || desk.World.Actor(b) is null) return Results.NotFound();
        ViewIndex index = ViewIndex.Of(desk.View());
        return Json(new MonthCounts(Both(index, a, b)));
    }

    /// <summary>Events in which both take part, the newest first.</summary>
    public static IEnumerable<Held<Model.Event>> Both(ViewIndex index, string a, string b)
    {
        var others = index.Events[b].ToHashSet(ReferenceEqualityComparer.Instance);
        return index.Events[a].Where(others.Contains);
    }

    private static IResult Json(MonthCounts counts) => Results.Json(new Dictionary<string, object>
    {
        ["months"] = counts.Months,
        ["series"] = counts.Values.Select((v, i) => new Dictionary<string, object> { ["name"] = MonthCounts.Kinds[i], ["values"] = v }).ToArray(),
        ["earlier"] = counts.Earlier,
    });
}
