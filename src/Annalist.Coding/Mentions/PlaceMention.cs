using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Words of a sentence that name a place.</summary>
/// <param name="Sentence">Index of the sentence in the passage.</param>
/// <param name="First">First token.</param>
/// <param name="Last">One past the last token.</param>
/// <param name="Span">Span in the passage's text.</param>
/// <param name="Text">The words.</param>
/// <param name="Code">State it lies in; null when it lies in several or none is known.</param>
public sealed record PlaceMention(int Sentence, int First, int Last, TextSpan Span, string Text, string? Code);
