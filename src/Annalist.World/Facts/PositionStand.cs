namespace Annalist.Worlds;

/// <summary>Where somebody stands toward another's act.</summary>
public enum PositionStand
{
    /// <summary>Has agreed to it.</summary>
    Consents,

    /// <summary>Is against it.</summary>
    Objects,
}
