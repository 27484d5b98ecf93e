namespace Annalist.Analysis.Evaluation;

/// <summary>How right the program is on a record, by what persons said of its findings. A finding is held against what a person has said of it last: what was accepted and is coded otherwise since counts as mended.</summary>
public sealed record ReviewCard
{
    /// <summary>Sums over all kinds; the name is <c>all</c>.</summary>
    public required ReviewRow All { get; init; }

    /// <summary>Reports with a verdict.</summary>
    public required int Reports { get; init; }

    /// <summary>Reports of which every finding was judged: the ground of recall.</summary>
    public required int FullyJudged { get; init; }

    /// <summary>Added by hand, in all reports.</summary>
    public required int Added { get; init; }

    /// <summary>Accepted or mended once and coded no longer, in all reports.</summary>
    public required int Gone { get; init; }

    /// <summary>Rejected in another form than the program gives them now: not judged as they are.</summary>
    public required int Undecided { get; init; }

    /// <summary>By kind, in the order of the codebook; kinds of which nothing was judged or added are left out.</summary>
    public required IReadOnlyList<ReviewRow> Kinds { get; init; }

    /// <summary>Events by type, in the order of the codebook.</summary>
    public required IReadOnlyList<ReviewRow> EventTypes { get; init; }

    /// <summary>Fields that were mended, most often first.</summary>
    public required IReadOnlyList<MendedField> Fields { get; init; }

    /// <summary>Confidence against what was right: below .5, and by tenths from there; bands without findings are left out.</summary>
    public required IReadOnlyList<ConfidenceBand> Bands { get; init; }

    /// <summary>The ten rules most often rejected, with what was judged of them.</summary>
    public required IReadOnlyList<ReviewRow> Rules { get; init; }

    /// <summary>The fully judged reports as gold for the program's findings (<see cref="Scorer"/>); null when there are none.</summary>
    public EvaluationCard? Scores { get; init; }
}
