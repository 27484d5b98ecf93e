namespace Annalist.Worlds;

/// <summary>Who says so. The later layer lies over the earlier one and never destroys it.</summary>
public enum Layer
{
    /// <summary>A pack.</summary>
    Pack,

    /// <summary>Read in a report.</summary>
    Read,

    /// <summary>Accepted or rejected by a person.</summary>
    Accepted,
}
