using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Words of a sentence that stand for an actor, resolved to its code.</summary>
public sealed record ActorMention
{
    /// <summary>Index of the sentence in the passage.</summary>
    public required int Sentence { get; init; }

    /// <summary>First token, in the sentence.</summary>
    public required int First { get; init; }

    /// <summary>One past the last token.</summary>
    public required int Last { get; init; }

    /// <summary>The token that the tree hangs the mention on.</summary>
    public required int Head { get; init; }

    /// <summary>Span of tokens First..Last, in the passage's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Codes it counts for: one as a rule, several for "both countries" or "the two presidents"; empty when it is not resolved.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>What the party is.</summary>
    public required Sector Sector { get; init; }

    /// <summary>Fullest name of the person or body in the report; null for states and unnamed roles.</summary>
    public string? Name { get; init; }

    /// <summary>Office or role in the text's words ("Kazakh foreign minister"); null when none is given.</summary>
    public string? Role { get; init; }

    /// <summary>Id of the pack's person; null when it is none.</summary>
    public string? Person { get; init; }

    /// <summary>By which words.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>True for one person.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Probability that the resolution is right, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Ids of what was left in doubt.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>For a pronoun, the words of the same sentence that it stands for; null when they stand elsewhere.</summary>
    public TextSpan? Antecedent { get; init; }

    /// <summary>The first code, or <c>UNK</c>.</summary>
    public string Code => Codes.Count > 0 ? Codes[0] : "UNK";
}
