using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A cue met in a sentence.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Group">What it is.</param>
/// <param name="Head">Its main word.</param>
/// <param name="First">First token of the cue's words.</param>
/// <param name="Last">One past their last.</param>
/// <param name="Speaker">The token that names the speaker; −1 when none does.</param>
internal sealed record Cue(Sentence Sentence, CueGroup Group, int Head, int First, int Last, int Speaker)
{
    /// <summary>The place of the cue's words.</summary>
    public TextSpan Span => Sentence.Tokens[First].Span.Union(Sentence.Tokens[Last - 1].Span);

    /// <summary>First and one past the last token of the clause that holds cue and speaker, without the content where that is known.</summary>
    public (int First, int Last) Clause { get; init; }
}
