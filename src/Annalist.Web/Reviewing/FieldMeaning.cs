using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Reviewing;

/// <summary>Says in names what stands in codes in a field of a form.</summary>
internal static class FieldMeaning
{
    /// <summary>The names; null where the field holds no codes or they say nothing more than the field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What stands in it.</param>
    /// <param name="world">The packs.</param>
    public static string? Of(Field field, string value, World world)
    {
        char between = field.Shape switch { FieldShape.Parties => ';', FieldShape.Codes or FieldShape.Stances => ',', FieldShape.Code or FieldShape.CodeOrName => '\n', _ => '\0' };
        if (between == '\0' || value.Length == 0) return null;
        string[] parts = value.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] named = [.. parts.Select(p => Named(field.Shape, p, world))];
        return named.SequenceEqual(parts) ? null : string.Join(between == ';' ? "; " : ", ", named);
    }

    private static string Named(FieldShape shape, string part, World world)
    {
        if (shape == FieldShape.Stances && part.Length > 1) return (part[0] == '+' ? "for " : "against ") + FindingText.Name(part[1..], world);
        if (shape != FieldShape.Parties) return FindingText.Name(part, world);
        (string head, string? person) = part.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (part[..space], part[(space + 1)..]) : (part, null);
        (string code, string? sector) = head.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (head[..slash], head[(slash + 1)..]) : (head, null);
        string? word = sector is null || Codes.Parse<Sector>(sector) is not { } known ? null : FindingText.Word(known);
        return (person is null ? "" : person + " of ") + FindingText.Name(code, world) + (word is null ? "" : $" ({word})");
    }
}
