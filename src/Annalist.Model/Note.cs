namespace Annalist.Model;

/// <summary>Something that was not resolved, or was resolved with doubt, said beside the finding instead of guessed. See <see cref="NoteIds"/>.</summary>
/// <param name="Id">Stable kebab id, one of <see cref="NoteIds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Span">Where in the report's text; null when it concerns the whole report.</param>
/// <param name="Detail">The words or the reason, for a person; null when the id says it all.</param>
public sealed record Note(string Id, Severity Severity, TextSpan? Span, string? Detail);
