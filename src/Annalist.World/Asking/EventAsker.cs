using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers what was read of who did what.</summary>
internal static class EventAsker
{
    public static Answer Ask(SystemView view, Question q)
    {
        var parties = new Parties(view, q.Days.Count > 0 ? q.Days[0] : null);
        EventType? type = q.Code<EventType>("type");
        EventStatus? status = q.Code<EventStatus>("status");
        bool timed = q.Has("from") || q.Has("to") || q.Has("year") || q.Days.Count > 0;
        (DateOnly? from, DateOnly? to) = q.Number("year") is { } year ? (new DateOnly((int)year, 1, 1), new DateOnly((int)year, 12, 31))
            : q.Days.Count > 0 ? (q.Days[0], q.Days[0]) : (q.Ask == "from" ? null : q.First("from"), q.Last("to"));
        IReadOnlyList<string> actors = q.Texts("actors"), recipients = q.Texts("recipients");
        IEnumerable<Held<Event>> pool = actors.Concat(recipients).Any() && actors.Concat(recipients).All(c => view.Belonging.Open(c, null).Count == 0 && !InGroup(view, c)) ? actors.Concat(recipients).Take(1).SelectMany(view.EventsOf) : view.Events;
        Held<Event>[] found =
        [
            .. pool.Where(h => h.Standing != Standing.Rejected && h.Fact is var e
                && (type is null || e.Type == type)
                && (status is null ? e.Status != EventStatus.Denied : e.Status == status)
                && parties.All(actors, Codes(e.Actors))
                && parties.All(recipients, Codes(e.Recipients))
                && q.Texts("modes").All(m => e.Modes.Contains(m))
                && (!timed || q.Ask == "from" || (e.From is { } f && (to is not { } t || f <= t) && (from is not { } s || s <= (e.To ?? f))))
                && (q.Text("place") is not { } place || q.Ask == "place" || TextMatch.SameName(place, e.Place) || TextMatch.Within(place, e.Sentence))
                && (q.Text("sector") is not { } sector || e.Actors.Any(p => Model.Codes.Of(p.Sector) == sector))
                && new[] { "about", "name", "level", "format", "contains" }.All(k => q.Text(k) is not { } words || TextMatch.Within(words, e.Sentence))),
        ];
        Answer answer = ListAsker.Of(q, found.Select(h => h with { Standing = Stands(view, h) }), IEnumerable<string?> (Held<Event> h, string ask) => ask switch
        {
            "from" or "date" => [h.Fact.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
            "to" => [h.Fact.To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
            "place" => [h.Fact.Place],
            "type" => [Model.Codes.Of(h.Fact.Type)],
            "status" => [Model.Codes.Of(h.Fact.Status)],
            "matter" => [h.Fact.Matter],
            "actors" => ListAsker.Many(Codes(h.Fact.Actors)),
            "recipients" => ListAsker.Many(Codes(h.Fact.Recipients)),
            _ => throw new QuestionException($"'{ask}' is nothing to ask of an event", "use one of from to place type status matter actors recipients"),
        }, h => Sayings.Event(h.Fact));
        return answer with { Reason = found.Length > 0 ? answer.Reason : "no report tells of one" };
    }

    private static Standing Stands(SystemView view, Held<Event> h)
    {
        if (h.Standing != Standing.Told || h.Fact.From is not { } from) return h.Standing;
        Event e = h.Fact;
        bool second = e.Actors.SelectMany(p => view.EventsOf(p.Code)).Any(o => o.Receipt.Teller != h.Receipt.Teller && o.Stands && o.Fact.Type == e.Type && o.Fact.From <= (e.To ?? from) && from <= (o.Fact.To ?? o.Fact.From)
            && e.Recipients.All(r => o.Fact.Recipients.Any(x => x.Code == r.Code)));
        return second ? Standing.Corroborated : h.Standing;
    }

    private static bool InGroup(SystemView view, string code) => view.TiesFrom(code).Any(t => t.Fact.Relation == Relation.MemberOf && view.Belonging.ActsForMembers(t.Fact.Object));

    private static string[] Codes(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Code)];
}
