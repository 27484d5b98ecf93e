namespace Annalist.Worlds;

/// <summary>What kind of thing an actor is.</summary>
public enum ActorKind
{
    /// <summary>A state.</summary>
    State,

    /// <summary>A territory that is not, or not by all, taken for a state.</summary>
    Territory,

    /// <summary>An organisation with members.</summary>
    Organisation,

    /// <summary>A bloc of states that acts as one.</summary>
    Bloc,

    /// <summary>A format of meetings.</summary>
    Format,

    /// <summary>States spoken of together.</summary>
    Group,

    /// <summary>A movement, party or armed group.</summary>
    Movement,

    /// <summary>A treaty or plan with a name.</summary>
    Treaty,

    /// <summary>A project or initiative with a name.</summary>
    Project,

    /// <summary>A doctrine or strategy with a name.</summary>
    Doctrine,
}
