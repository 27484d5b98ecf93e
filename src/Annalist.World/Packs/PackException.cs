using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Packs could not be loaded; carries everything that is wrong with them.</summary>
public sealed class PackException : Exception
{
    /// <summary>Packs that could not be loaded, with no fault named.</summary>
    public PackException() : this([]) { }

    /// <summary>Packs that could not be loaded.</summary>
    public PackException(string message) : base(message) => Faults = [];

    /// <summary>Packs that could not be loaded.</summary>
    public PackException(string message, Exception innerException) : base(message, innerException) => Faults = [];

    /// <summary>Packs that could not be loaded for these faults.</summary>
    public PackException(IReadOnlyList<PackFault> faults) : base(Tell(faults)) => Faults = faults;

    /// <summary>All faults, by file and line.</summary>
    public IReadOnlyList<PackFault> Faults { get; }

    // Errors before warnings: who reads only the first lines must see what keeps the packs from being loaded.
    private static string Tell(IReadOnlyList<PackFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return $"the packs have {faults.Count} fault(s)" + string.Concat(faults.OrderBy(f => f.Severity != Severity.Error).Select(f => Environment.NewLine + f));
    }
}
