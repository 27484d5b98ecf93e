using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers what was read of who did what.</summary>
internal static class EventAsker
{
    private const int MostPerhaps = 10;

    public static Answer Ask(SystemView view, Question q)
    {
        var parties = new Parties(view, q.Days.Count > 0 ? q.Days[0] : null);
        EventType? type = q.Code<EventType>("type");
        EventStatus? status = q.Code<EventStatus>("status");
        bool timed = q.Has("from") || q.Has("to") || q.Has("year") || q.Days.Count > 0;
        (DateOnly? from, DateOnly? to) = q.Year() is { } year ? ((DateOnly?)year.From, (DateOnly?)year.To)
            : q.Days.Count > 0 ? (q.Days[0], q.Days[0]) : (q.First("from"), q.Last("to"));
        // Asked for the day, one without a day is no answer, but none of another time either.
        bool dayAsked = q.Ask is "from" or "to" or "date";
        IReadOnlyList<string> actors = q.Texts("actors"), recipients = q.Texts("recipients");
        // All parties asked for must be there: the one of whom the least is told is enough to look through.
        IEnumerable<Held<Event>> pool = actors.Concat(recipients).Distinct().Select(c => view.EventsAround(c, type)).MinBy(e => e.Count) ?? view.Events;
        bool Parties(Event e) => (type is null || e.Type == type) && parties.All(actors, Codes(e.Actors)) && parties.All(recipients, Codes(e.Recipients))
            && (q.Text("sector") is not { } sector || e.Actors.Any(p => Model.Codes.Of(p.Sector) == sector));
        bool Stated(Event e) => (status is null ? e.Status != EventStatus.Denied : e.Status == status) && q.Texts("modes").All(m => e.Modes.Contains(m))
            && new[] { "about", "name", "level", "format", "contains" }.All(k => q.Text(k) is not { } words || TextMatch.Within(words, e.Sentence));
        bool? Timely(Event e) => !timed ? true : e.From is { } f ? (to is not { } t || f <= t) && (from is not { } s || s <= (e.To ?? f)) : dayAsked ? true : null;
        bool? There(Event e) => q.Ask == "place" || q.Text("place") is not { } place || TextMatch.SameName(place, e.Place) || TextMatch.Within(place, e.Sentence) ? true : e.Place is null ? null : false;
        Held<Event>[] alike = [.. pool.Where(h => h.Standing != Standing.Rejected && Parties(h.Fact) && Stated(h.Fact) && Timely(h.Fact) != false && There(h.Fact) != false)];
        Held<Event>[] found = [.. alike.Where(h => Timely(h.Fact) == true && There(h.Fact) == true)];
        // What may be it, but for a day or a place that the report leaves out, is shown and not counted.
        AnswerLine[] perhaps = [.. alike.Where(h => Timely(h.Fact) != true || There(h.Fact) != true).Take(MostPerhaps).Select(h => AnswerLine.Of("perhaps", h, Timely(h.Fact) is null ? "its day is not known" : "its place is not known"))];
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
        return answer with
        {
            Reason = found.Length > 0 ? answer.Reason : perhaps.Length == 0 ? "no report tells of one" : $"no report tells of one for certain; perhaps {Sayings.Event((Event)perhaps[0].Fact)} ({Sayings.Source(perhaps[0].Receipt)}): {perhaps[0].Why}",
            Lines = found.Length > 0 ? answer.Lines : perhaps,
        };
    }

    private static Standing Stands(SystemView view, Held<Event> h)
    {
        if (h.Standing != Standing.Told || h.Fact.From is not { } from) return h.Standing;
        Event e = h.Fact;
        DateOnly to = e.To ?? from;
        bool second = e.Actors.Any(p => view.EventsInOrder(p.Code, e.Type).TakeWhile(o => o.Fact.From <= to).Any(o => from <= (o.Fact.To ?? o.Fact.From) && o.Receipt.Teller != h.Receipt.Teller && o.Stands
            && e.Recipients.All(r => o.Fact.Recipients.Any(x => x.Code == r.Code))));
        return second ? Standing.Corroborated : h.Standing;
    }

    private static string[] Codes(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Code)];
}
