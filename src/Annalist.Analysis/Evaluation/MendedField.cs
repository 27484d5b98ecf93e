namespace Annalist.Analysis.Evaluation;

/// <summary>How often a field was mended.</summary>
/// <param name="Kind">Kind of the findings.</param>
/// <param name="Field">Key of the field in the record; of parties <c>actors recipients</c> where their codes, <c>actor_sectors</c>, <c>actor_names</c> and so on where only these were mended.</param>
/// <param name="Share">Those mended there, of the kind's findings that were accepted or mended.</param>
public sealed record MendedField(string Kind, string Field, Proportion Share);
