using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>One name of an actor (<c>names.tsv</c>).</summary>
/// <param name="Code">Code of the actor.</param>
/// <param name="Name">The name, without article.</param>
/// <param name="Type">What kind of name it is.</param>
/// <param name="Ambiguous">True when the pack marks that the name may mean something else (<c>name?</c>).</param>
/// <param name="Sector">What a party so named is; null when the actor's own sector holds.</param>
/// <param name="Period">When the name was in use.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record ActorName(string Code, string Name, NameType Type, bool Ambiguous, Sector? Sector, Period Period, string Pack, string Source);
