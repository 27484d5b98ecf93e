using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A number with its unit, as read from a sentence.</summary>
/// <param name="Value">The plain number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Number">Token of the number.</param>
/// <param name="Counted">Token of what is counted or of the unit; the number's where none stands apart.</param>
/// <param name="Span">Place of number and unit.</param>
/// <param name="Hurt">True when the words themselves tell that the counted came to harm.</param>
internal sealed record Amount(double Value, string Unit, int Number, int Counted, TextSpan Span, bool Hurt = false);
