namespace Annalist.Worlds;

/// <summary>A line of a pack in whose place another pack's line stands.</summary>
/// <param name="What">What both speak of: an id, a code, or a tie in words.</param>
/// <param name="Pack">Id of the pack whose line was replaced.</param>
/// <param name="Line">Table and line of it, <c>rules.tsv:12</c>.</param>
/// <param name="ByPack">Id of the pack that lies over it.</param>
/// <param name="ByLine">Table and line that took the place.</param>
public sealed record ReplacedLine(string What, string Pack, string Line, string ByPack, string ByLine);
