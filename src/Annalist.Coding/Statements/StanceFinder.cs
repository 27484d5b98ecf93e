using Annalist.Model;

namespace Annalist.Coding;

/// <summary>
/// What position a statement takes, read off the acts told in it or by its cue: who accuses is against, who backs is for (codebook 4,
/// <c>stance</c>). Only acts of the speaker's own count; neutral is left empty.
/// </summary>
internal static class StanceFinder
{
    /// <summary>The statements with their stances.</summary>
    /// <param name="statements">Statements of a passage.</param>
    /// <param name="events">Its events.</param>
    public static IReadOnlyList<Statement> Find(IReadOnlyList<Statement> statements, IReadOnlyList<Event> events) => [.. statements.Select(s => s with { Stance = Of(s, events) })];

    private static IReadOnlyList<Stance> Of(Statement s, IReadOnlyList<Event> events)
    {
        var stances = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Event e in events)
        {
            if (e.CueSpan is not TextSpan cue || e.Status is EventStatus.Denied || Polarity(e.Type) is not int polarity) continue;
            bool told = s.ContentSpan.Any(c => c.Contains(cue)) || s.CueSpan.Any(c => c.Overlaps(cue));
            if (!told || !e.Actors.Any(a => a.Code == s.SpeakerCode && a.Code != "UNK")) continue;
            foreach (string toward in e.Recipients.Select(r => r.Code).Where(c => c != "UNK" && c != s.SpeakerCode))
            {
                // Two positions toward one actor in one breath are no position.
                stances[toward] = stances.TryGetValue(toward, out int other) && other != polarity ? 0 : polarity;
            }
        }
        return [.. stances.Where(x => x.Value != 0).Select(x => new Stance(x.Key, x.Value))];
    }

    private static int? Polarity(EventType type) => type switch
    {
        EventType.Accuse or EventType.Threaten or EventType.Reject => -1,
        EventType.Support => 1,
        _ => null,
    };
}
