using System.Diagnostics.CodeAnalysis;

namespace Annalist.Worlds;

/// <summary>Whether an actor may do something.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The framework keeps the word for a kind of type that it no longer has; the field has no better one.")]
public enum Permission
{
    /// <summary>No rule that the world holds settles it, and none was looked for.</summary>
    Unknown,

    /// <summary>It may: a rule allows it, or none that the world holds forbids it.</summary>
    Yes,

    /// <summary>It may not.</summary>
    No,

    /// <summary>It may when others agree.</summary>
    OnlyWithConsent,
}
