namespace Annalist.Ingest;

/// <summary>What became of every input of a run: each was stored, replaced, unchanged or set aside.</summary>
/// <param name="Stored">Reports that were new, or, in a run without a record, coded.</param>
/// <param name="Replaced">Reports that were in the record and were coded anew with other data.</param>
/// <param name="Unchanged">Reports that were in the record, coded with the same data.</param>
/// <param name="Findings">Findings of the reports that were stored or replaced.</param>
/// <param name="Rejected">Inputs that were set aside, in the order of the inputs.</param>
/// <param name="Cancelled">True when the run was stopped before all inputs were taken. What it had done stands.</param>
public sealed record RunSummary(int Stored, int Replaced, int Unchanged, long Findings, IReadOnlyList<RejectedInput> Rejected, bool Cancelled)
{
    /// <summary>Number of inputs that the run took.</summary>
    public int Inputs => Stored + Replaced + Unchanged + Rejected.Count;
}
