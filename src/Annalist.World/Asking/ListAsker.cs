using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers which commitments, statements, expectations and aims there are.</summary>
internal static class ListAsker
{
    public static Answer Commitments(SystemView view, Question q)
    {
        DateOnly? at = q.Days.Count > 0 ? q.Days[0] : null;
        var parties = new Parties(view, at);
        EventType? act = q.Code<EventType>("act");
        CommitmentStage? stage = q.Code<CommitmentStage>("stage");
        return Of(q, view.Commitments.Where(h => h.Standing != Standing.Rejected && h.Fact is var c
            && parties.All(q.Texts("by"), c.By)
            && (parties.Any(q.Texts("toward"), c.Toward) || c.Toward.Count == 0)
            && (act is null || c.Act is null || c.Act == act)
            && (stage is null || c.Moves.Any(m => m.Stage == stage && (at is not { } day || m.On is not { } on || on.From <= day)))
            && (at is null || c.Moves.Count == 0 || c.StageAt(at) is not null)
            && (q.Number("amount") is not { } amount || (c.Amount is { } a && Math.Abs(a - amount) <= 0.01 * Math.Abs(amount)))
            && (q.Text("unit") is not { } unit || c.Unit is null || c.Unit == unit)
            && (q.Ask == "due" || q.Last("due") is not { } due || c.Due == due)
            && (q.Ask == "instrument" || q.Text("instrument") is not { } instrument || TextMatch.SameMatter(instrument, c.Instrument))
            && (q.Ask == "matter" || q.Text("matter") is not { } matter || TextMatch.Related(matter, c.Matter))
            && Says(q, [c.Matter, .. c.Moves.Select(m => m.Note)])),
            IEnumerable<string?> (Held<WorldCommitment> h, string ask) => ask switch
            {
                "matter" => [h.Fact.Matter],
                "by" => Many(h.Fact.By),
                "toward" => Many(h.Fact.Toward),
                "amount" => [h.Fact.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                "unit" => [h.Fact.Unit],
                "due" => [h.Fact.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
                "stage" => [h.Fact.StageAt(at) is { } move ? Codes.Of(move.Stage) : null],
                "instrument" => [h.Fact.Instrument],
                _ => throw Nothing(ask, "a commitment", "matter by toward amount unit due stage instrument"),
            },
            h => Sayings.Commitment(h.Fact, at));
    }

    public static Answer Expectations(SystemView view, Question q)
    {
        DateOnly? at = q.Days.Count > 0 ? q.Days[0] : null;
        var parties = new Parties(view, at);
        Likelihood? likelihood = q.Code<Likelihood>("likelihood");
        ExpectationState? state = q.Code<ExpectationState>("state");
        var watch = new Watch(view);
        return Of(q, view.Expectations.Where(h => h.Standing != Standing.Rejected && h.Fact is var e
            && (q.Text("by") is not { } by || TextMatch.SameName(by, e.By) || TextMatch.Within(by, e.By))
            && (!q.IsNull("by") || e.By is null)
            && (at is not { } day || e.Told is not { } told || told <= day)
            && (likelihood is null || e.Likelihood == likelihood)
            && parties.Any(q.Texts("actors"), e.Actors)
            && (q.Ask == "horizon" || q.Last("horizon") is not { } horizon || e.Horizon is null || e.Horizon == horizon)
            && (q.Text("if_contains") is not { } condition || TextMatch.Contains(e.If, condition))
            && (q.Text("then_contains") is not { } then || TextMatch.Contains(e.Then, then))
            && Says(q, [e.If, e.Then, e.Unless])
            && (state is null || watch.Look(h, at).State == state)),
            IEnumerable<string?> (Held<WorldExpectation> h, string ask) => ask switch
            {
                "if" => [h.Fact.If],
                "then" => [h.Fact.Then],
                "by" => [h.Fact.By],
                "horizon" => [h.Fact.Horizon?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
                "likelihood" => [Codes.Of(h.Fact.Likelihood)],
                "actors" => Many(h.Fact.Actors),
                "state" => [Codes.Of(watch.Look(h, at).State)],
                _ => throw Nothing(ask, "an expectation", "if then by horizon likelihood actors state"),
            },
            h => Sayings.Expectation(h.Fact));
    }

    public static Answer Aims(SystemView view, Question q)
    {
        DateOnly? at = q.Days.Count > 0 ? q.Days[0] : null;
        var parties = new Parties(view, at);
        return Of(q, view.Aims.Where(h => h.Standing != Standing.Rejected && h.Fact is var a
            && (at is not { } day || a.Period.Covers(day))
            && (q.Ask == "of" || parties.Any(q.Texts("of"), [a.Of]))
            && (parties.Any(q.Texts("toward"), a.Toward) || a.Toward.Count == 0)
            && (q.Ask == "ascribed_by" || q.Text("ascribed_by") is not { } by || TextMatch.SameName(by, a.AscribedBy) || TextMatch.Within(by, a.AscribedBy))
            && (q.Ask == "matter" || q.Text("matter") is not { } matter || TextMatch.Related(matter, a.Matter))
            && Says(q, [a.Matter])),
            IEnumerable<string?> (Held<WorldAim> h, string ask) => ask switch
            {
                "matter" => [h.Fact.Matter],
                "of" => [h.Fact.Of],
                "toward" => Many(h.Fact.Toward),
                "ascribed_by" => [h.Fact.AscribedBy],
                _ => throw Nothing(ask, "an aim", "matter of toward ascribed_by"),
            },
            h => $"{h.Fact.Of}: {h.Fact.Matter}");
    }

    public static Answer Statements(SystemView view, Question q)
    {
        var parties = new Parties(view, q.Days.Count > 0 ? q.Days[0] : null);
        // A few speakers say most of it: each name is compared once.
        var named = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool Named(string asked, string? name)
        {
            if (name is null) return false;
            if (!named.TryGetValue(name, out bool same)) named[name] = same = TextMatch.SameName(asked, name) || TextMatch.Within(asked, name) || TextMatch.Within(name, asked);
            return same;
        }
        return Of(q, view.Statements.Where(h => h.Standing != Standing.Rejected && h.Fact is var s
            && (q.Ask == "speaker" || q.Text("speaker") is not { } speaker || s.SpeakerCode == speaker || Named(speaker, s.Speaker))
            && (q.Ask == "about" || parties.Any(q.Texts("about"), s.About))
            && (q.First("from") is not { } from || h.Receipt.Told is not { } told || from <= told)
            && (q.Last("to") is not { } to || h.Receipt.Told is not { } day || day <= to)
            && Says(q, [s.Content])),
            IEnumerable<string?> (Held<Statement> h, string ask) => ask switch
            {
                "speaker" => [h.Fact.Speaker],
                "content" => [h.Fact.Content],
                "about" => Many(h.Fact.About),
                // The day of telling is not the day of saying.
                "date" or "from" => [],
                _ => throw Nothing(ask, "a statement", "speaker content about date"),
            },
            h => $"{h.Fact.Speaker ?? h.Fact.SpeakerCode}: {h.Fact.Content}");
    }

    /// <summary>The answer that lists what was found.</summary>
    internal static Answer Of<T>(Question q, IEnumerable<Held<T>> found, Func<Held<T>, string, IEnumerable<string?>> part, Func<Held<T>, string> say) where T : notnull
    {
        Held<T>[] all = [.. found];
        Held<T>[] good = [.. all.Where(h => h.Stands || q.TakesTold)];
        string[] values = q.Ask is null ? [] : [.. good.SelectMany(h => part(h, q.Ask)).OfType<string>().Distinct()];
        return new Answer
        {
            Find = q.Find,
            Ask = q.Ask,
            At = q.Days,
            Value = q.Ask is null ? good.Length > 0 ? true : null : values.Length > 0 ? values : null,
            Standing = good.Length > 0 ? good.Any(h => h.Standing == Standing.Accepted) ? Standing.Accepted : good.Any(h => h.Standing == Standing.Corroborated) ? Standing.Corroborated : Standing.Told : all.Length > 0 ? Standing.Contradicted : null,
            Reason = good.Length > 0 ? string.Join("; ", good.Take(5).Select(h => $"{say(h)} ({Sayings.Source(h.Receipt)})")) + (good.Length > 5 ? $"; and {good.Length - 5} more" : "") : "neither the packs nor the reports hold one",
            Lines = [.. good.Select(h => AnswerLine.Of("basis", h)), .. all.Where(h => !(h.Stands || q.TakesTold)).Select(h => AnswerLine.Of("told", h))],
        };
    }

    /// <summary>The values, none of them null, among those of which some may be.</summary>
    internal static IEnumerable<string?> Many(IReadOnlyList<string> values) => values;

    /// <summary>True when the words asked for stand in one of the texts.</summary>
    internal static bool Says(Question q, IReadOnlyList<string?> texts) =>
        (q.Text("contains") is not { } words || texts.Any(t => TextMatch.Contains(t, words)))
        && q.Texts("contains_all").All(w => texts.Any(t => TextMatch.Contains(t, w)));

    private static QuestionException Nothing(string ask, string what, string known) => new($"'{ask}' is nothing to ask of {what}", $"use one of {known}");
}
