using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Who speaks.</summary>
/// <param name="Name">Fullest name, or the body's or role's words; null when not known.</param>
/// <param name="Code">Whom it counts for; <c>UNK</c> when not known.</param>
/// <param name="Sector">What it is.</param>
/// <param name="Role">Role in the text's words; null when none.</param>
/// <param name="Span">The words that name it in this sentence; null when none do.</param>
/// <param name="Person">True for one person.</param>
/// <param name="Resolved">False when a pronoun had to be taken for the speaker before.</param>
internal sealed record Speaker(string? Name, string Code, Sector Sector, string? Role, TextSpan? Span, bool Person, bool Resolved = true);
