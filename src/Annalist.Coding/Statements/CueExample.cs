namespace Annalist.Coding;

/// <summary>A sentence and the statement in it.</summary>
/// <param name="Text">The sentence or two.</param>
/// <param name="Cue">The cue.</param>
/// <param name="Speaker">The speaker's words.</param>
/// <param name="Content">The words of the statement.</param>
public sealed record CueExample(string Text, string Cue, string Speaker, string Content);
