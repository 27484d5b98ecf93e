using System.Text.Json;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Reads one pack's folder into records, gathering faults as it goes. Faults that need other packs are left to <see cref="PackChecks"/>.</summary>
internal sealed class PackReader : TableReader
{
    private PackReader(string folder, List<PackFault> faults, Dictionary<object, PackRow> rows)
        : base(folder, faults, rows)
    {
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
                Overlay = Flag(root, "overlay"),
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
        var system = new SystemReader(folder, manifest, faults, rows);
        string pack = manifest.Id;
        return new Pack
        {
            Manifest = manifest,
            Folder = folder,
            Actors = reader.Table("actors.tsv", r => reader.Actor(r, pack), true),
            Names = reader.Table("names.tsv", r => reader.Name(r, pack)),
            People = reader.Table("people.tsv", r => reader.Person(r, pack)),
            Offices = reader.Table("offices.tsv", r => reader.Office(r, pack)),
            Places = reader.Table("places.tsv", r => reader.Place(r, pack)),
            Ties = [.. reader.Table("ties.tsv", r => reader.Tie(r, pack)), .. system.Levers()],
            Institutions = system.Institutions(),
            Complete = system.Complete(),
            Rules = system.Rules(),
            Positions = system.Positions(),
            Commitments = system.Commitments(),
            Moves = system.Moves(),
            Expectations = system.Expectations(),
            Aims = system.Aims(),
            Figures = system.Figures(),
            Meetings = system.Meetings(),
            Dossiers = system.Dossiers(),
            Words = [.. reader.Table("words.tsv", r => reader.Word(r)).Select(w => w.Text)],
        };
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

    private static string Text(JsonElement root, string key, bool needed)
    {
        if (!root.TryGetProperty(key, out JsonElement value)) return needed ? throw new JsonException($"the key '{key}' is missing") : "";
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : throw new JsonException($"the key '{key}' is no text");
        return needed && string.IsNullOrWhiteSpace(text) ? throw new JsonException($"the key '{key}' is empty") : text ?? "";
    }

    private static bool Flag(JsonElement root, string key) => root.TryGetProperty(key, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException($"the key '{key}' is neither true nor false"),
    };

    private static List<string> Texts(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out JsonElement value)) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String)) throw new JsonException($"the key '{key}' is no list of texts");
        return [.. value.EnumerateArray().Select(e => e.GetString()!)];
    }
}
