namespace Annalist.Ingest;

/// <summary>How far a run is.</summary>
/// <param name="Done">Inputs done, set aside ones included.</param>
/// <param name="Findings">Findings so far.</param>
/// <param name="Rejected">Inputs set aside so far.</param>
/// <param name="Input">The input done last: its label, or its address when it was set aside.</param>
public sealed record PipelineProgress(int Done, long Findings, int Rejected, string Input);
