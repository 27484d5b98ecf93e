using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A tie that a question supposes to be over, or to be there.</summary>
/// <param name="Subject">Code of the subject.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Object">Code of the object.</param>
/// <param name="Holds">True when it is supposed to hold, false when to be over.</param>
public sealed record Supposition(string Subject, Relation Relation, string Object, bool Holds)
{
    /// <summary>Reads <c>ARM member_of CSTO ended</c> or <c>UZB member_of EAEU</c>; null when the text is neither.</summary>
    public static Supposition? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (3 or 4) || Codes.Parse<Relation>(words[1]) is not { } relation) return null;
        return words.Length == 3 || words[3] is "in_force" or "began" ? new(words[0], relation, words[2], true)
            : words[3] is "ended" or "not" or "over" ? new(words[0], relation, words[2], false) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Subject} {Codes.Of(Relation)} {Object}{(Holds ? "" : " ended")}";
}
