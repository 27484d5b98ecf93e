using System.Collections.Frozen;
using System.Text.Json;
using Annalist.Worlds;

namespace Annalist.Analysis.Evaluation;

/// <summary>Groups whose members may be named one by one: the group's code and the codes of its members say the same.</summary>
public sealed class GroupMembers
{
    private readonly FrozenDictionary<string, string[]> members;

    private GroupMembers(IEnumerable<KeyValuePair<string, string[]>> members) => this.members = members.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>No group is opened.</summary>
    public static GroupMembers None { get; } = new([]);

    /// <summary>The groups of the packs with their members.</summary>
    public static GroupMembers Of(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new(world.Actors.Where(a => a.Kind == ActorKind.Group).Select(a => KeyValuePair.Create(a.Code, world.MembersOf(a.Code).ToArray())).Where(p => p.Value.Length > 0));
    }

    /// <summary>Reads a JSON object of codes, each with the list of its members' codes.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="EvaluationException">It is something else.</exception>
    public static GroupMembers Read(string json, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new([.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.EnumerateArray().Select(v => v.GetString() ?? "").ToArray()))]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EvaluationException($"{name} has no groups: {e.Message}", "write an object of codes, each with a list of codes: {\"AAA\": [\"BBB\", \"CCC\"]}", e);
        }
    }

    /// <summary>The code's members, or the code itself when it is no group.</summary>
    internal IReadOnlyList<string> Open(string code) => members.TryGetValue(code, out string[]? of) ? of : [code];
}
