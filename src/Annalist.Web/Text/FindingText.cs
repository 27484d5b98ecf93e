using System.Globalization;
using Annalist.Model;
using Annalist.Web.Lookup;
using Annalist.Worlds;

namespace Annalist.Web.Text;

/// <summary>A finding in words, for lists and headings.</summary>
public static class FindingText
{
    /// <summary>The kinds in the order in which pages list them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["event", "statement", "tie", "figure", "rule", "commitment", "expectation", "aim"];

    /// <summary>Kind as in the record.</summary>
    public static string Kind(Finding f) => f switch
    {
        Event => "event",
        Statement => "statement",
        Tie => "tie",
        Figure => "figure",
        Rule => "rule",
        Commitment => "commitment",
        Expectation => "expectation",
        Aim => "aim",
        _ => throw new ArgumentException($"{f.GetType().Name} is no kind of finding", nameof(f)),
    };

    /// <summary>What it says, in one line.</summary>
    public static string Line(Finding f, World world) => f switch
    {
        Event e => $"{Names(e.Actors, world)}{(e.Recipients.Count > 0 ? " → " + Names(e.Recipients, world) : "")}",
        Statement s => $"{(s.Speaker is null ? Name(s.SpeakerCode, world) : WorldIndex.Of(world).Shown(s.Speaker, s.SpeakerCode))}: {Short(s.Content, 140)}",
        Tie t => $"{Name(t.Subject, world)}{Holds(t)} {Name(t.Object, world)}{(t.Office is null ? "" : " as " + t.Office)}",
        Figure x => $"{Amount(x.Value)} {x.Unit}".TrimEnd() + (x.Actors.Count > 0 ? " · " + Names(x.Actors, world) : ""),
        Rule r => $"{Names(r.Bearer, world)} {Codes.Of(r.Force).Replace('_', ' ')} {r.Act}{(r.Toward.Count > 0 ? " " + Names(r.Toward, world) : "")}",
        Commitment c => $"{Names(c.By, world)}{(c.Toward.Count > 0 ? " → " + Names(c.Toward, world) : "")}: {Short(c.Matter ?? c.Sentence, 120)}",
        Expectation e => $"{(e.If is null ? "" : "if " + Short(e.If, 80) + ": ")}{Short(e.Then, 120)}",
        Aim a => $"{Name(a.Of, world)}: {Short(a.Matter, 120)}",
        _ => f.Sentence,
    };

    /// <summary>Type, mode, form or relation; empty for kinds without one.</summary>
    public static string Type(Finding f) => f switch
    {
        Event e => Codes.Of(e.Type) + (e.Modes.Count > 0 ? " " + string.Join(", ", e.Modes) : ""),
        Statement s => Codes.Of(s.Form),
        Tie t => Codes.Of(t.Relation).Replace('_', ' '),
        Figure x => Codes.Of(x.Measure),
        Rule r => Codes.Of(r.Force).Replace('_', ' '),
        Commitment c => Codes.Of(c.Stage),
        Expectation e => Codes.Of(e.Likelihood),
        _ => "",
    };

    /// <summary>Status of an event, phase of a tie; null for other kinds.</summary>
    public static string? Status(Finding f) => f switch
    {
        Event e => Codes.Of(e.Status),
        Tie t => Codes.Of(t.Phase).Replace('_', ' '),
        _ => null,
    };

    /// <summary>Its days; null when none is known.</summary>
    public static string? Days(Finding f) => f switch
    {
        Event e => Days(e.From, e.To),
        Tie t => Days(t.From, t.To),
        Figure x => Days(x.From, x.To),
        Rule r => Days(r.From, r.To),
        Commitment c => c.Due is null ? null : "due " + Day(c.Due),
        Expectation e => e.Horizon is null ? null : "by " + Day(e.Horizon),
        _ => null,
    };

    /// <summary>All fields that say something, by name, for the card of a finding.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(Finding f, World world)
    {
        IEnumerable<(string, string?)> all = f switch
        {
            Event e =>
            [
                .. e.Actors.Select(p => ("actor", (string?)Side(p, world))), .. e.Recipients.Select(p => ("recipient", (string?)Side(p, world))), ("matter", e.Matter), ("status", Codes.Of(e.Status).Replace('_', ' ')),
                ("date", Days(e.From, e.To) is { } d ? d + (e.DateBasis is { } b ? $" ({Codes.Of(b)}{(e.DateText is null ? "" : $", from “{e.DateText}”")})" : "") : "not known"), ("place", e.Place),
                ("modality", e.Modality is { } m ? Codes.Of(m) : null), ("context", string.Join(", ", e.Context).Replace('_', ' ')), ("told by", e.AttributedTo), ("score", e.Score.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)),
            ],
            Statement s =>
            [
                ("speaker", s.Speaker ?? "unknown"), ("speaks for", s.SpeakerCode == "UNK" && s.SpeakerSector == Sector.Unk ? null : Side(s.SpeakerCode, s.SpeakerSector, world)), ("role", s.Role), ("cue", s.Cue), ("content", s.Content), ("about", Names(s.About, world)),
                ("stance", string.Join(", ", s.Stance.Select(t => $"{(t.Polarity < 0 ? "against" : "for")} {Name(t.Toward, world)}"))),
            ],
            Tie t => [("subject", Known(t.Subject, world)), ("object", Known(t.Object, world)), ("office", t.Office), ("place", t.Place), ("when", Days(t.From, t.To)), ("phase", Codes.Of(t.Phase).Replace('_', ' ')), ("goods", t.Goods), ("via", t.Via), ("channel", t.Channel)],
            Figure x => [("of", Names(x.Actors, world)), ("when", Days(x.From, x.To))],
            Rule r => [("toward", Names(r.Toward, world)), ("condition", r.Condition), ("consent of", r.ConsentOf is null ? null : Name(r.ConsentOf, world)), ("instrument", r.Instrument), ("when", Days(r.From, r.To))],
            Commitment c => [("act", c.Act is { } a ? Codes.Of(a) : null), ("amount", c.Amount is { } n ? $"{Amount(n)} {c.Unit}".TrimEnd() : null), ("due", Day(c.Due)), ("instrument", c.Instrument)],
            Expectation e => [("by", e.By ?? "the report’s author"), ("if", e.If), ("watched for", Watched(e.IfAct, world)), ("then", e.Then), ("watched for", Watched(e.ThenAct, world)), ("unless", e.Unless), ("horizon", Day(e.Horizon)), ("actors", Names(e.Actors, world))],
            Aim a => [("toward", Names(a.Toward, world)), ("ascribed by", a.AscribedBy ?? "the report’s author")],
            _ => [],
        };
        return all.Where(x => !string.IsNullOrEmpty(x.Item2)).Select(x => (x.Item1, x.Item2!));
    }

    /// <summary>What a report is called in receipts: its outlet, else its title; its label, which is often a file's name, only where it has neither.</summary>
    public static string Source(string? outlet, string? title, string? label) =>
        new[] { outlet, title, label }.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s)) ?? "a report";

    /// <summary>Words as a sentence: with a capital at its head and a stop at its end.</summary>
    public static string Sentence(string text)
    {
        string words = text.Trim();
        if (words.Length == 0) return words;
        return char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '!' or '?' or '…' or '”' or '"' ? "" : ".");
    }

    /// <summary>A code in words; what the packs do not know stays as it is.</summary>
    public static string Name(string code, World world) => code == "UNK" ? "unknown" : world.Actor(code)?.Name ?? code;

    /// <summary>Codes in words, with commas.</summary>
    public static string Names(IEnumerable<string> codes, World world) => string.Join(", ", codes.Select(c => Name(c, world)));

    /// <summary>A stretch of days, a whole month or year as such; null when neither end is known.</summary>
    public static string? Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } a, null) => "from " + Day(a),
        (null, { } b) => "until " + Day(b),
        ({ } a, { } b) when a == b => Day(a),
        ({ Day: 1 } a, { } b) when b == a.AddYears(1).AddDays(-1) && a.Month == 1 => Day(a)![..4],
        ({ Day: 1 } a, { } b) when b == a.AddMonths(1).AddDays(-1) => Day(a)![..7],
        ({ } a, { } b) => $"{Day(a)} to {Day(b)}",
    };

    /// <summary>A day as ISO text; null for an unknown one.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as people write it.</summary>
    public static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a text, cut at a word.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most) return text;
        int space = text.LastIndexOf(' ', most - 1, most / 3);
        return text[..(space < 0 ? most : space)].TrimEnd() + "\u00A0…";
    }

    /// <summary>A number as people say it: millions, billions and trillions by name where that loses nothing.</summary>
    public static string Amount(double value)
    {
        double size = Math.Abs(value);
        (double by, string word) = size >= 1e12 ? (1e12, " trillion") : size >= 1e9 ? (1e9, " billion") : size >= 1e6 ? (1e6, " million") : (1, "");
        double share = value / by;
        return by > 1 && Math.Round(share, 3) == share ? share.ToString("#,0.###", CultureInfo.InvariantCulture) + word : Number(value);
    }

    /// <summary>A moment that the record has as ISO text in UTC, for people: <c>2020-10-15, 08:30 UTC</c>. What is no moment stays as it is.</summary>
    public static string Moment(string iso) => DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
        ? moment.ToString("yyyy-MM-dd, HH:mm", CultureInfo.InvariantCulture) + " UTC" : iso;

    /// <summary>With a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A sector in words; null for an unknown one.</summary>
    public static string? Word(Sector sector) => sector switch
    {
        Sector.Gov => "government",
        Sector.Mil => "armed forces",
        Sector.Leg => "legislature",
        Sector.Jud => "courts",
        Sector.Cop => "police",
        Sector.Spy => "intelligence",
        Sector.Pty => "political party",
        Sector.Opp => "opposition",
        Sector.Reb => "rebels",
        Sector.Prm => "paramilitaries",
        Sector.Uaf => "unidentified armed force",
        Sector.Jrn => "media",
        Sector.Edu => "education and research",
        Sector.Bus => "business",
        Sector.Cvl => "civilians",
        Sector.Soc => "civil society",
        Sector.Rel => "religion",
        Sector.Eli => "elites",
        Sector.Crm => "criminals",
        Sector.Lab => "labour",
        Sector.Agr => "farming",
        Sector.Med => "medicine",
        Sector.Ref => "refugees and migrants",
        Sector.Pre => "prisoners",
        Sector.Igo => "the organisation itself",
        _ => null,
    };

    /// <summary>A tie's relation, in the affirmative or the negative: a verb, or what the subject is, which is said of one and of many alike.</summary>
    private static string Holds(Tie t)
    {
        (string yes, string no) = t.Relation switch
        {
            Relation.MemberOf => (": member of", ": no member of"),
            Relation.ObserverOf => (": observer of", ": no observer of"),
            Relation.ParticipantIn => (": participant in", ": no participant in"),
            Relation.PartyTo => (": party to", ": no party to"),
            Relation.AllyOf => (": ally of", ": no ally of"),
            Relation.PartnerOf => (": partner of", ": no partner of"),
            Relation.HostsForcesOf => (" hosts forces of", " hosts no forces of"),
            Relation.HoldsOffice => (" holds office in", " holds no office in"),
            Relation.Policy => (": policy,", ": not the policy,"),
            Relation.DependsOn => (" depends on", " does not depend on"),
            Relation.SuppliesTo => (" supplies", " does not supply"),
            Relation.SuccessorOf => (": successor of", ": no successor of"),
            _ => (" " + Codes.Of(t.Relation).Replace('_', ' '), " not " + Codes.Of(t.Relation).Replace('_', ' ')),
        };
        return t.Polarity < 0 ? no : yes;
    }

    private static string Names(IReadOnlyList<Party> parties, World world) => string.Join(", ", parties.Select(p => p.Name is null ? Name(p.Code, world) : WorldIndex.Of(world).Shown(p.Name, p.Code)).Distinct());

    private static string Side(Party p, World world)
    {
        string words = p.Mention is null ? "" : $" · “{p.Mention}”";
        string of = Side(p.Code, p.Sector, world);
        return p.Name is null ? of + words : p.Code == "UNK" && p.Sector == Sector.Unk ? p.Name + words : $"{p.Name}, {of}{words}";
    }

    // "Kazakhstan, government (KAZ GOV)"; what is unknown is said once.
    private static string Side(string code, Sector sector, World world)
    {
        string? word = Word(sector);
        string name = Name(code, world);
        if (code == "UNK") return word is null ? "unknown" : $"unknown, {word}";
        string[] codes = [.. name == code ? Array.Empty<string>() : [code], .. word is null ? Array.Empty<string>() : [Codes.Of(sector)]];
        return name + (word is null ? "" : ", " + word) + (codes.Length == 0 ? "" : $" ({string.Join(' ', codes)})");
    }

    private static string? Watched(WatchedAct? act, World world)
    {
        if (act is null) return null;
        string what = act.Relation is { } tie ? Codes.Of(tie).Replace('_', ' ') : act.Type is { } type ? Codes.Of(type) : "";
        return $"{what}{(act.Actors.Count > 0 ? " " + Names(act.Actors, world) : "")}{(act.Recipients.Count > 0 ? " → " + Names(act.Recipients, world) : "")}".Trim();
    }

    // A name with its code behind it.
    private static string Known(string code, World world) => Name(code, world) is var name && code != "UNK" && name != code ? $"{name} ({code})" : name;
}
