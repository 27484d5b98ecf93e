namespace Annalist.Worlds;

/// <summary>What kind of place it is.</summary>
public enum PlaceType
{
    /// <summary>A city or town.</summary>
    City,

    /// <summary>A region, province or stretch of land.</summary>
    Region,

    /// <summary>A river or canal.</summary>
    River,

    /// <summary>A sea, gulf or strait.</summary>
    Sea,

    /// <summary>A lake or reservoir.</summary>
    Lake,

    /// <summary>A mountain or range.</summary>
    Mountain,

    /// <summary>A military base.</summary>
    Base,

    /// <summary>A village.</summary>
    Village,

    /// <summary>A border crossing or border.</summary>
    Border,

    /// <summary>A house where meetings are held.</summary>
    Venue,

    /// <summary>An airport.</summary>
    Airport,
}
