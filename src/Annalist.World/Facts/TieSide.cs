namespace Annalist.Worlds;

/// <summary>On which end of a tie a code stands.</summary>
public enum TieSide
{
    /// <summary>Whose tie it is: the member, the host.</summary>
    Subject,

    /// <summary>To whom: the organisation, the state whose forces are hosted.</summary>
    Object,
}
