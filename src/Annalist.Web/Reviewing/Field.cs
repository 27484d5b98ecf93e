namespace Annalist.Web.Reviewing;

/// <summary>How a field is written and read.</summary>
public enum FieldShape
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Words of the report itself.</summary>
    Quote,

    /// <summary>A day, ISO.</summary>
    Day,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of the field's options.</summary>
    Choice,

    /// <summary>Several words of the field's options, with commas.</summary>
    Choices,

    /// <summary>A code that the packs know, or its name.</summary>
    Code,

    /// <summary>The same, or a name that no pack knows, kept as it stands.</summary>
    CodeOrName,

    /// <summary>Codes, with commas.</summary>
    Codes,

    /// <summary>Parties of an event: <c>KAZ/GOV Name; RUS</c>.</summary>
    Parties,

    /// <summary>Stances of a statement: <c>+USA, -RUS</c>.</summary>
    Stances,
}

/// <summary>A field of a kind of finding, as a person edits it.</summary>
/// <param name="Name">Its key in the record's contract.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Needed">True when it may not be left empty.</param>
/// <param name="Options">What may be chosen; empty where anything may stand.</param>
public sealed record Field(string Name, string Label, FieldShape Shape, bool Needed, IReadOnlyList<string> Options)
{
    /// <summary>A field without options that may be empty.</summary>
    public Field(string name, string label, FieldShape shape, bool needed = false) : this(name, label, shape, needed, [])
    {
    }
}
