using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>One thing that is wrong with a pack.</summary>
/// <param name="File">The file as found, with its folder.</param>
/// <param name="Line">Line in the file from 1; 0 when it concerns the file as a whole.</param>
/// <param name="Id">Stable id (<see cref="PackFaultIds"/>).</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Severity">An error keeps the packs from being loaded; a warning does not.</param>
public sealed record PackFault(string File, int Line, string Id, string Message, string Remedy, Severity Severity)
{
    /// <summary><c>file:line: error id: message Remedy</c></summary>
    public override string ToString() => $"{File}:{Line}: {Codes.Of(Severity)} {Id}: {Message} {Remedy}";
}
