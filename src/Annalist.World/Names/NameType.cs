namespace Annalist.Worlds;

/// <summary>What kind of name it is.</summary>
public enum NameType
{
    /// <summary>A full or common name.</summary>
    Name,

    /// <summary>Letters that stand for a name.</summary>
    Acronym,

    /// <summary>Adjective or people: "Kazakh", "Kazakhs".</summary>
    Demonym,

    /// <summary>The seat of government, standing for the state.</summary>
    Capital,

    /// <summary>A building or house that stands for the government.</summary>
    Seat,

    /// <summary>An organ, ministry, company, agency.</summary>
    Body,

    /// <summary>A person of the pack; not in <c>names.tsv</c>.</summary>
    Person,

    /// <summary>A place of the pack; not in <c>names.tsv</c>.</summary>
    Place,
}
