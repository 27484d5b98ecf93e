using Annalist.Model;

namespace Annalist.Coding;

/// <summary>An act as PLOVER has it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Modes">Modes of that type; empty when none is told.</param>
/// <param name="Mapped">True when a planned act stands as another act, as an agreement or a threat.</param>
public sealed record PloverAct(EventType Type, IReadOnlyList<string> Modes, bool Mapped);
