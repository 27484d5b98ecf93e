using Annalist.Model;

namespace Annalist.Store;

/// <summary>What the columns say of a finding, drawn from the finding itself so that the two never differ.</summary>
internal sealed record FindingRow
{
    public required string Kind { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? HoldsFrom { get; init; }

    public string? HoldsTo { get; init; }

    public string? Speaker { get; init; }

    public double? Score { get; init; }

    public bool? Main { get; init; }

    public required IReadOnlyList<PartyRow> Parties { get; init; }

    /// <summary>Reads the columns off a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="told">When its report was told; stands for the time of what is only said, not done.</param>
    public static FindingRow Of(Finding finding, string? told) => finding switch
    {
        Event e => new()
        {
            Kind = "event",
            Type = Codes.Of(e.Type),
            Status = Codes.Of(e.Status),
            HoldsFrom = Stamp.Day(e.From ?? e.To),
            HoldsTo = Stamp.Day(e.To ?? e.From),
            Score = e.Score,
            Main = e.Main,
            Parties = [.. e.Actors.Select(p => PartyRow.Of("actor", p)), .. e.Recipients.Select(p => PartyRow.Of("recipient", p))],
        },
        Statement s => new()
        {
            Kind = "statement",
            Type = Codes.Of(s.Form),
            HoldsFrom = told,
            HoldsTo = told,
            Speaker = s.Speaker,
            Parties =
            [
                new PartyRow("speaker", s.SpeakerCode, Codes.Of(s.SpeakerSector), s.Speaker),
                .. s.About.Concat(s.Stance.Select(t => t.Toward)).Distinct(StringComparer.Ordinal).Select(c => new PartyRow("about", c)),
            ],
        },
        Tie t => new()
        {
            Kind = "tie",
            Type = Codes.Of(t.Relation),
            Status = Codes.Of(t.Phase),
            HoldsFrom = Stamp.Day(t.From),
            HoldsTo = Stamp.Day(t.To),
            Parties = [new PartyRow("subject", t.Subject), new PartyRow("object", t.Object)],
        },
        Figure f => new()
        {
            Kind = "figure",
            Type = Codes.Of(f.Measure),
            HoldsFrom = Stamp.Day(f.From ?? f.To),
            HoldsTo = Stamp.Day(f.To ?? f.From),
            Parties = [.. f.Actors.Select(c => new PartyRow("actor", c))],
        },
        Model.Rule r => new()
        {
            Kind = "rule",
            Type = r.Act,
            Status = Codes.Of(r.Force),
            HoldsFrom = Stamp.Day(r.From),
            HoldsTo = Stamp.Day(r.To),
            Parties =
            [
                .. r.Bearer.Select(c => new PartyRow("bearer", c)), .. r.Toward.Select(c => new PartyRow("toward", c)),
                .. r.ConsentOf is null ? Array.Empty<PartyRow>() : [new PartyRow("consent", r.ConsentOf)],
            ],
        },
        Commitment c => new()
        {
            Kind = "commitment",
            Type = c.Act is { } act ? Codes.Of(act) : null,
            Status = Codes.Of(c.Stage),
            HoldsFrom = told,
            HoldsTo = Stamp.Day(c.Due) ?? told,
            Parties = [.. c.By.Select(x => new PartyRow("by", x)), .. c.Toward.Select(x => new PartyRow("toward", x))],
        },
        Expectation x => new()
        {
            Kind = "expectation",
            Status = Codes.Of(x.Likelihood),
            HoldsFrom = told,
            HoldsTo = Stamp.Day(x.Horizon) ?? told,
            Speaker = x.By,
            Parties = [.. x.Actors.Select(c => new PartyRow("actor", c))],
        },
        Aim a => new()
        {
            Kind = "aim",
            HoldsFrom = told,
            HoldsTo = told,
            Speaker = a.AscribedBy,
            Parties = [new PartyRow("of", a.Of), .. a.Toward.Select(c => new PartyRow("toward", c))],
        },
        _ => throw new ArgumentException($"{finding.GetType().Name} is no kind that the record knows", nameof(finding)),
    };
}

/// <summary>One party of a finding.</summary>
/// <param name="Role">What it is there: actor recipient speaker about subject object bearer toward consent by of.</param>
/// <param name="Code">Code, or a name where the finding has only that.</param>
/// <param name="Sector">Sector; null where the finding does not say.</param>
/// <param name="Name">Name; null where the finding does not say.</param>
internal sealed record PartyRow(string Role, string Code, string? Sector = null, string? Name = null)
{
    /// <summary>1 for those who act or speak, 2 for those who are acted on or spoken of.</summary>
    public int Side => Role is "recipient" or "about" or "object" or "toward" or "consent" ? 2 : 1;

    public static PartyRow Of(string role, Party party) => new(role, party.Code, Codes.Of(party.Sector), party.Name);
}
