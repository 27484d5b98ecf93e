using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Words of a sentence that tell when, with the days they mean.</summary>
public sealed record DateMention
{
    /// <summary>Index of the sentence in the passage.</summary>
    public required int Sentence { get; init; }

    /// <summary>First token, in the sentence; a preposition before it is not part.</summary>
    public required int First { get; init; }

    /// <summary>One past the last token.</summary>
    public required int Last { get; init; }

    /// <summary>The token that the tree hangs the words on.</summary>
    public required int Head { get; init; }

    /// <summary>Span of tokens First..Last, in the passage's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The days; null when they are not known (see <see cref="Notes"/>) or the words name none.</summary>
    public DateRange? Range { get; init; }

    /// <summary>Whether the text writes the days out with their year, or they were reckoned.</summary>
    public required DateBasis Basis { get; init; }

    /// <summary>How the phrase bounds.</summary>
    public required DateKind Kind { get; init; }

    /// <summary>The token that the days date where it is not what the words hang on ("two days after the <i>fighting</i>"); −1 as a rule.</summary>
    public int Dates { get; init; } = -1;

    /// <summary>How far from an act the phrase counts; null for other phrases.</summary>
    internal DateExpression.Offset? Offset { get; init; }

    /// <summary>Ids of what was left in doubt (<see cref="NoteIds"/>).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
