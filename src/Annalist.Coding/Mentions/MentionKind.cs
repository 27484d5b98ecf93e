namespace Annalist.Coding;

/// <summary>By which kind of words an actor is mentioned.</summary>
public enum MentionKind
{
    /// <summary>A name of a state, organisation, format or group.</summary>
    Name,

    /// <summary>An adjective or a people: "Kazakh", "the Tajiks".</summary>
    Demonym,

    /// <summary>A capital or a seat of power that stands for its state.</summary>
    Seat,

    /// <summary>An organ, ministry, company, agency.</summary>
    Body,

    /// <summary>A person of the pack, or a person named in the text.</summary>
    Person,

    /// <summary>A role noun with its state: "the Kazakh foreign minister", "Russian troops".</summary>
    Role,

    /// <summary>A pronoun, resolved.</summary>
    Pronoun,

    /// <summary>A short form resolved from the text before: "the minister", "the country", "both sides".</summary>
    ShortForm,
}
