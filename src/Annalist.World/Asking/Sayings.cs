using System.Globalization;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Facts in a line of plain words.</summary>
public static class Sayings
{
    /// <summary><c>KAZ member_of CSTO, 1994-04-20 to open</c></summary>
    public static string Tie(WorldTie t)
    {
        ArgumentNullException.ThrowIfNull(t);
        string not = t.Polarity < 0 ? "not " : "";
        string phase = t.Phase == Phase.InForce ? "" : $", {Codes.Of(t.Phase)}";
        string[] details = [.. new[] { t.Office, t.Place is null ? null : "at " + t.Place, t.Channel, t.Goods, t.Via.Count > 0 ? "via " + string.Join(", ", t.Via) : null, t.Licit == false ? "illicit" : null, t.Rank is { } r ? $"rank {r}" : null }.OfType<string>()];
        string more = details.Length > 0 ? ", " + string.Join(", ", details) : "";
        return $"{t.Subject} {not}{Codes.Of(t.Relation)} {t.Object}{more}{phase}{When(t.Period)}";
    }

    /// <summary><c>CSTO may hosts_forces_of toward those outside CSTO, only with the consent of CSTO</c></summary>
    public static string Rule(WorldRule r)
    {
        ArgumentNullException.ThrowIfNull(r);
        string force = r.Force switch { RuleForce.Must => "must", RuleForce.MustNot => "must not", _ => "may" };
        string[] more = [.. new[] { r.Matter is null ? null : $"({r.Matter})", r.Toward.Count == 0 ? null : "toward " + string.Join(", ", r.Toward.Select(t => t.StartsWith('!') ? "those outside " + t[1..] : t)), r.ConsentOf is null ? null : "only with the consent of all of " + r.ConsentOf, r.Condition is null ? null : "if " + r.Condition, r.Unless is null ? null : "unless " + r.Unless, r.Instrument is null ? null : "by " + r.Instrument }.OfType<string>()];
        return $"{string.Join(", ", r.Bearer)} {force} {r.Act} {string.Join(", ", more)}".TrimEnd() + When(r.Period);
    }

    /// <summary><c>USA to C5: AID, 25000000 USD: …; pledged 2023-02-28</c></summary>
    public static string Commitment(WorldCommitment c, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(c);
        string amount = c.Amount is { } a ? $", {Number(a)} {c.Unit}" : "";
        string stage = c.StageAt(at) is { } m ? $"; {Codes.Of(m.Stage)}{(m.On is { } on ? " " + Times.Iso(on) : "")}" : "";
        string toward = c.Toward.Count > 0 ? " to " + string.Join(", ", c.Toward) : "";
        return $"{string.Join(", ", c.By)}{toward}: {(c.Act is { } act ? Codes.Of(act) : "act unknown")}{amount}: {c.Matter}{stage}";
    }

    /// <summary><c>if …, then …</c> with likelihood.</summary>
    public static string Expectation(WorldExpectation e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return $"{e.By ?? "the author"}: {(e.If is null ? "" : $"if {e.If}: ")}{e.Then} ({Codes.Of(e.Likelihood)}{(e.Horizon is { } h ? ", by " + h.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")})";
    }

    /// <summary><c>trade 80600000000 USD of EAEU, 2022</c></summary>
    public static string Figure(WorldFigure f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return $"{Codes.Of(f.Measure)} {Number(f.Value)} {f.Unit} of {string.Join(", ", f.Actors)}{When(f.Period)}";
    }

    /// <summary><c>ARM, USA COOPERATE, occurred, 2023-09-11</c></summary>
    public static string Event(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        string to = e.Recipients.Count > 0 ? " toward " + string.Join(", ", e.Recipients.Select(p => p.Code)) : "";
        return $"{string.Join(", ", e.Actors.Select(p => p.Code))} {Codes.Of(e.Type)}{to}, {Codes.Of(e.Status)}{(e.From is { } d ? ", " + d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}";
    }

    /// <summary>A number without needless digits.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary><c>central-asia/ties.tsv:12, general knowledge</c>, or the outlet and its day.</summary>
    public static string Source(Receipt r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return r.Layer == Layer.Pack ? $"{r.Pack}/{r.Line}" : $"{r.Outlet ?? r.Report}{(r.Told is { } d ? ", " + d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")}";
    }

    /// <summary>A period in words; empty when neither end is known.</summary>
    public static string When(Period p) => p == Period.Always ? "" : p.To is null ? $", since {Times.Iso(p.From)}" : p.From is null ? $", until {Times.Iso(p.To)}" : p.From == p.To ? $", {Times.Iso(p.From)}" : $", {Times.Iso(p.From)} to {Times.Iso(p.To)}";
}
