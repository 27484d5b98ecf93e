using Annalist.Model;
using Annalist.Web.Lookup;
using Annalist.Worlds;

namespace Annalist.Web.Reviewing;

/// <summary>Codes and parties as people write them: a code in any case, or a name that means one actor.</summary>
internal sealed class PartyReader(World world)
{
    /// <summary>What stands in forms for whom nobody knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>The code.</summary>
    /// <param name="field">Label of the field, for the message.</param>
    /// <param name="given">What was written.</param>
    /// <exception cref="FieldException">No pack knows it, or it means several.</exception>
    public string Read(string field, string given)
    {
        if (IsUnknown(given.Trim())) return "UNK";
        (string? code, string? trouble) = CodeReader.Read(world, given);
        return code ?? throw new FieldException(field, (trouble ?? "it is empty").TrimEnd('.'), "write a code or a name that the packs know, or UNK for unknown; a pack of your own may add one");
    }

    /// <summary>The code that the words mean; the words themselves where no pack knows them.</summary>
    public string ReadOrKeep(string given) => IsUnknown(given.Trim()) ? "UNK" : CodeReader.ForRecord(world, given).Code ?? given.Trim();

    /// <summary>Codes with commas between them.</summary>
    /// <exception cref="FieldException">One of them is not known.</exception>
    public IReadOnlyList<string> ReadAll(string field, string given) => [.. Split(given, ',', ';').Select(x => Read(field, x)).Distinct(StringComparer.Ordinal)];

    /// <summary>Parties as <c>CODE[/SECTOR] [name]</c> with semicolons between them; a name alone will do where it means one actor or one person.</summary>
    /// <param name="field">Label of the field.</param>
    /// <param name="given">What was written.</param>
    /// <param name="before">The parties that stood there: what was not changed keeps its mention.</param>
    /// <param name="sentence">The finding's sentence: a new party is looked for in it.</param>
    /// <param name="at">Where the sentence begins in the report.</param>
    /// <exception cref="FieldException">A party cannot be read.</exception>
    public IReadOnlyList<Party> ReadParties(string field, string given, IReadOnlyList<Party> before, string sentence, int at)
    {
        var parties = new List<Party>();
        foreach (string part in Split(given, ';', ';'))
        {
            if (before.FirstOrDefault(p => Write(p) == part) is { } same)
            {
                parties.Add(same);
                continue;
            }
            (string head, string? rest) = part.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (part[..space], part[(space + 1)..].Trim()) : (part, null);
            (string code, string? sector) = head.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (head[..slash], head[(slash + 1)..]) : (head, null);
            if (IsUnknown(code)) code = "UNK";
            else if (world.Actor(code.ToUpperInvariant()) is null)
            {
                // No code before the name: the whole is a name.
                parties.Add(Named(field, part, sentence, at));
                continue;
            }
            code = code.ToUpperInvariant();
            Sector own = sector is null ? before.FirstOrDefault(p => p.Code == code)?.Sector ?? world.Actor(code)?.Sector ?? Sector.Unk
                : IsUnknown(sector) ? Sector.Unk : Codes.Parse<Sector>(sector.ToUpperInvariant()) ?? throw new FieldException(field, $"“{Shown(sector)}” is no sector", "write one of " + string.Join(' ', Codes.All<Sector>()));
            parties.Add(Placed(code, own, string.IsNullOrEmpty(rest) ? null : rest, sentence, at));
        }
        return parties;
    }

    /// <summary>A party as <see cref="ReadParties"/> reads it.</summary>
    public static string Write(Party p)
    {
        ArgumentNullException.ThrowIfNull(p);
        string code = Write(p.Code), sector = p.Sector == Sector.Unk ? Unknown : Codes.Of(p.Sector);
        return (p.Code == "UNK" && p.Sector == Sector.Unk ? Unknown : $"{code}/{sector}") + (p.Name is null ? "" : " " + p.Name.Replace(';', ','));
    }

    /// <summary>A code as <see cref="Read"/> reads it.</summary>
    public static string Write(string code) => code == "UNK" ? Unknown : code;

    /// <summary>Parties as <see cref="ReadParties"/> reads them.</summary>
    public static string Write(IEnumerable<Party> parties) => string.Join("; ", parties.Select(Write));

    private Party Named(string field, string name, string sentence, int at)
    {
        // A name in another case than the packs' is that name where no other is written so.
        NameEntry[] entries = [.. Whole(name)?.Entries ?? world.Names.Whole(name)];
        if (entries.Select(e => (e.Code, e.Person?.Id)).Distinct().Count() == 1 && entries[0].Code is { } code) return Placed(code, entries[0].Sector, entries[0].Person?.Name, sentence, at);
        Read(field, name);
        throw new FieldException(field, $"“{Shown(name)}” names several", "write the code first: KAZ/GOV name");
    }

    // The words by which the sentence names it; null when it does not.
    private Party Placed(string code, Sector sector, string? name, string sentence, int at)
    {
        NameMatch? match = world.Names.Find(sentence).FirstOrDefault(m => m.Entries.Any(e => e.Code == code && (name is null || e.Person is null || e.Person.Name == name)));
        return match is null ? new Party(code, sector, name, null, null) : new Party(code, sector, name, match.Span.Cut(sentence), new TextSpan(at + match.Span.Start, at + match.Span.End));
    }

    private static bool IsUnknown(string word) => word.Equals("UNK", StringComparison.OrdinalIgnoreCase) || word.Equals(Unknown, StringComparison.OrdinalIgnoreCase);

    private NameMatch? Whole(string words) => world.Names.Find(words) is [var only] && only.Span.Length == words.Length ? only : null;

    private static IEnumerable<string> Split(string text, char a, char b) => text.Split([a, b], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
