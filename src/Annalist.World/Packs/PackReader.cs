using System.Text.Json;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Reads one pack's folder into records, gathering faults as it goes. Faults that need other packs are left to <see cref="PackChecks"/>.</summary>
internal sealed class PackReader
{
    private static readonly string[] ActorColumns = ["code", "kind", "name", "sector", "founded", "ended", "source"];
    private static readonly string[] NameColumns = ["code", "name", "type", "sector", "from", "to", "source"];
    private static readonly string[] PersonColumns = ["person", "name", "variants", "code", "sector", "source"];
    private static readonly string[] OfficeColumns = ["person", "code", "office", "sector", "from", "to", "source"];
    private static readonly string[] PlaceColumns = ["place", "name", "variants", "code", "type", "source"];
    private static readonly string[] TieColumns = ["subject", "relation", "object", "polarity", "phase", "from", "to", "place", "source"];
    private static readonly string[] WordColumns = ["word", "source"];

    private readonly string folder;
    private readonly List<PackFault> faults;
    private readonly Dictionary<object, PackRow> rows;

    private PackReader(string folder, List<PackFault> faults, Dictionary<object, PackRow> rows)
    {
        this.folder = folder;
        this.faults = faults;
        this.rows = rows;
    }

    /// <summary>Reads the manifest; null when it is missing or cannot be used.</summary>
    public static PackManifest? ReadManifest(string folder, List<PackFault> faults)
    {
        string file = Path.Combine(folder, "manifest.json");
        if (!File.Exists(file))
        {
            faults.Add(new(file, 0, PackFaultIds.ManifestMissing, "the pack has no manifest.", "Write manifest.json with id, version and title.", Severity.Error));
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new JsonException("it is no JSON object");
            return new PackManifest
            {
                Id = Text(root, "id", true),
                Version = Text(root, "version", true),
                Title = Text(root, "title", true),
                Description = Text(root, "description", false),
                Date = Text(root, "date", false),
                Licence = Text(root, "licence", false),
                Requires = Texts(root, "requires"),
                Sources = Texts(root, "sources"),
            };
        }
        catch (JsonException e)
        {
            int line = (int)(e.LineNumber ?? 0) + 1;
            faults.Add(new(file, line, PackFaultIds.ManifestBad, $"the manifest cannot be used: {e.Message}.", "Write a JSON object with the texts id, version, title and the lists requires, sources.", Severity.Error));
            return null;
        }
    }

    /// <summary>Reads a pack's tables.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <param name="rows">Gets the row of each record, by reference.</param>
    public static Pack Read(string folder, PackManifest manifest, List<PackFault> faults, Dictionary<object, PackRow> rows)
    {
        var reader = new PackReader(folder, faults, rows);
        string pack = manifest.Id;
        return new Pack
        {
            Manifest = manifest,
            Folder = folder,
            Actors = reader.Table("actors.tsv", ActorColumns, r => reader.Actor(r, pack), true),
            Names = reader.Table("names.tsv", NameColumns, r => reader.Name(r, pack)),
            People = reader.Table("people.tsv", PersonColumns, r => reader.Person(r, pack)),
            Offices = reader.Table("offices.tsv", OfficeColumns, r => reader.Office(r, pack)),
            Places = reader.Table("places.tsv", PlaceColumns, r => reader.Place(r, pack)),
            Ties = reader.Table("ties.tsv", TieColumns, r => reader.Tie(r, pack)),
            Words = [.. reader.Table("words.tsv", WordColumns, r => reader.Word(r)).Select(w => w.Text)],
        };
    }

    private List<T> Table<T>(string name, string[] columns, Func<PackRow, T?> make, bool needed = false) where T : class
    {
        string file = Path.Combine(folder, name);
        var made = new List<T>();
        if (!File.Exists(file))
        {
            if (needed) faults.Add(new(file, 0, PackFaultIds.TableMissing, $"the pack has no {name}.", "Add it; a header alone will do.", Severity.Error));
            return made;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PackRow row in PackTable.Read(file, columns, faults).Rows)
        {
            if (!seen.TryAdd(row.Whole, row.Line))
            {
                Fault(row, PackFaultIds.LineDoubled, $"the line stands on line {seen[row.Whole]} already.", "Delete one of the two.", Severity.Warning);
            }
            if (row["source"].Length == 0) Fault(row, PackFaultIds.SourceMissing, "the line names no source.", "Name a document, or write 'general knowledge'.");
            if (make(row) is not { } fact) continue;
            rows[fact] = row;
            made.Add(fact);
        }
        return made;
    }

    private Actor? Actor(PackRow r, string pack)
    {
        bool good = Filled(r, "code") & NameFilled(r);
        ActorKind? kind = Spelled<ActorKind>(r, "kind", PackFaultIds.KindUnknown);
        Sector? sector = Sector(r);
        Period period = Period(r, "founded", "ended");
        if (!good || kind is not { } k) return null;
        return new Actor(r["code"], k, r["name"], sector ?? (k == ActorKind.Organisation ? Model.Sector.Igo : Model.Sector.Gov), period.From, period.To, pack, r["source"]);
    }

    private ActorName? Name(PackRow r, string pack)
    {
        bool good = Filled(r, "code") & NameFilled(r);
        string spelled = r["type"];
        bool ambiguous = spelled.EndsWith('?');
        NameType? type = Codes.Parse<NameType>(ambiguous ? spelled[..^1] : spelled);
        if (type is null or NameType.Person or NameType.Place)
        {
            string known = string.Join(' ', Codes.All<NameType>().Where(t => t is not ("person" or "place")));
            Fault(r, PackFaultIds.TypeUnknown, $"'{spelled}' is no type of name.", $"Use one of {known}, with '?' after it when the name may mean something else.");
            good = false;
        }
        Sector? sector = Sector(r);
        Period period = Period(r, "from", "to");
        return good && type is { } t ? new ActorName(r["code"], r["name"], t, ambiguous, sector, period, pack, r["source"]) : null;
    }

    private Person? Person(PackRow r, string pack)
    {
        bool good = Filled(r, "person") & NameFilled(r) & Filled(r, "code");
        Sector? sector = Sector(r);
        return good ? new Person(r["person"], r["name"], Variants(r), r["code"], sector, pack, r["source"]) : null;
    }

    private Office? Office(PackRow r, string pack)
    {
        bool good = Filled(r, "person") & Filled(r, "code") & Filled(r, "office");
        Sector? sector = Sector(r);
        Period period = Period(r, "from", "to");
        return good ? new Office(r["person"], r["code"], r["office"], sector, period, pack, r["source"]) : null;
    }

    private Place? Place(PackRow r, string pack)
    {
        bool good = Filled(r, "place") & NameFilled(r);
        PlaceType? type = Spelled<PlaceType>(r, "type", PackFaultIds.TypeUnknown);
        string code = r["code"];
        return good && type is { } t ? new Place(r["place"], r["name"], Variants(r), code.Length == 0 ? null : code, t, pack, r["source"]) : null;
    }

    private WorldTie? Tie(PackRow r, string pack)
    {
        bool good = Filled(r, "subject") & Filled(r, "object");
        Relation? relation = Spelled<Relation>(r, "relation", PackFaultIds.RelationUnknown);
        string phase = r["phase"];
        if (phase.Length > 0) good &= Spelled<Phase>(r, "phase", PackFaultIds.PhaseUnknown) is not null;
        string polarity = r["polarity"];
        if (polarity is not ("" or "1" or "-1"))
        {
            Fault(r, PackFaultIds.PolarityBad, $"'{polarity}' is no polarity.", "Write 1 or -1, or leave it empty for 1.");
            good = false;
        }
        Period period = Period(r, "from", "to");
        string place = r["place"];
        if (!good || relation is not { } known) return null;
        return new WorldTie(r["subject"], known, r["object"], polarity == "-1" ? -1 : 1, Codes.Parse<Phase>(phase) ?? Phase.InForce, period, place.Length == 0 ? null : place, pack, r["source"]);
    }

    private PackWord? Word(PackRow r) => Filled(r, "word") ? new PackWord(r["word"]) : null;

    private sealed record PackWord(string Text);

    private List<string> Variants(PackRow r)
    {
        string cell = r["variants"];
        if (cell.Length == 0) return [];
        string[] parts = cell.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Contains("")) Fault(r, PackFaultIds.NameEmpty, "one of the variants is empty.", "Delete the stray '|'.", Severity.Warning);
        return [.. parts.Where(p => p.Length > 0)];
    }

    private bool NameFilled(PackRow r)
    {
        if (r["name"].Length > 0) return true;
        Fault(r, PackFaultIds.NameEmpty, "the name is empty.", "Write the name, or delete the line.");
        return false;
    }

    private bool Filled(PackRow r, string column)
    {
        if (r[column].Length > 0) return true;
        Fault(r, PackFaultIds.CellEmpty, $"the cell '{column}' is empty.", "Fill it, or delete the line.");
        return false;
    }

    private Sector? Sector(PackRow r)
    {
        string cell = r["sector"];
        return cell.Length == 0 ? null : Spelled<Sector>(r, "sector", PackFaultIds.SectorUnknown);
    }

    private T? Spelled<T>(PackRow r, string column, string id) where T : struct, Enum
    {
        T? value = Codes.Parse<T>(r[column]);
        if (value is null) Fault(r, id, $"'{r[column]}' is no {column}.", $"Use one of {string.Join(' ', Codes.All<T>())}.");
        return value;
    }

    private Period Period(PackRow r, string fromColumn, string toColumn)
    {
        DateRange? from = Day(r, fromColumn), to = Day(r, toColumn);
        if (from is { } f && to is { } t && f.From > t.To)
        {
            Fault(r, PackFaultIds.DaysReversed, $"'{fromColumn}' ({r[fromColumn]}) is after '{toColumn}' ({r[toColumn]}).", "Mend one of the two.");
        }
        return new Period(from, to);
    }

    private DateRange? Day(PackRow r, string column)
    {
        string cell = r[column];
        if (cell.Length == 0) return null;
        DateRange? day = PackDay.Parse(cell);
        if (day is null) Fault(r, PackFaultIds.DayBad, $"'{cell}' in '{column}' is no day.", "Write YYYY, YYYY-MM or YYYY-MM-DD of the calendar, or leave it empty.");
        return day;
    }

    private void Fault(PackRow row, string id, string message, string remedy, Severity severity = Severity.Error) => faults.Add(new(row.File, row.Line, id, message, remedy, severity));

    private static string Text(JsonElement root, string key, bool needed)
    {
        if (!root.TryGetProperty(key, out JsonElement value)) return needed ? throw new JsonException($"the key '{key}' is missing") : "";
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : throw new JsonException($"the key '{key}' is no text");
        return needed && string.IsNullOrWhiteSpace(text) ? throw new JsonException($"the key '{key}' is empty") : text ?? "";
    }

    private static List<string> Texts(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out JsonElement value)) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String)) throw new JsonException($"the key '{key}' is no list of texts");
        return [.. value.EnumerateArray().Select(e => e.GetString()!)];
    }
}
