namespace Annalist.Worlds;

/// <summary>One that belongs to an institution on a day.</summary>
/// <param name="Code">Its code; of an office-holder the state's or organisation's.</param>
/// <param name="Name">Its name; of an office-holder the person's.</param>
/// <param name="As">In which way: <c>member participant party observer candidate former told</c> or the office.</param>
/// <param name="Through">The group by which it belongs; null when it does so itself.</param>
/// <param name="Line">The tie behind it.</param>
public sealed record MemberLine(string Code, string Name, string As, string? Through, AnswerLine Line);
