using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>An event in PLOVER's form, with the columns of POLECAT (the data set of that form) in their order.</summary>
public sealed record PloverEvent
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Id of the event in the record: its receipt.</summary>
    public required string Id { get; init; }

    /// <summary>First day of the act; null when unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Last day of the act; null when unknown.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>The act as PLOVER has it.</summary>
    public required PloverAct Act { get; init; }

    /// <summary>Conflict–cooperation score, −10 to 10.</summary>
    public required double Intensity { get; init; }

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public required int Quad { get; init; }

    /// <summary>PLOVER's contexts.</summary>
    public required IReadOnlyList<string> Contexts { get; init; }

    /// <summary>Who acts; never empty.</summary>
    public required IReadOnlyList<PloverParty> Actors { get; init; }

    /// <summary>To whom; may be empty.</summary>
    public required IReadOnlyList<PloverParty> Recipients { get; init; }

    /// <summary>Place as named in the text; null when none is.</summary>
    public string? Place { get; init; }

    /// <summary>State that the place lies in; null when unknown.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>What is known of the report.</summary>
    public required PloverSource Source { get; init; }

    /// <summary>The sentence, exactly as in the report.</summary>
    public required string Sentence { get; init; }

    /// <summary>Label of the report.</summary>
    public required string Report { get; init; }

    /// <summary>The type before planned acts were mapped.</summary>
    public required EventType CodedType { get; init; }

    /// <summary>The status, which PLOVER does not have.</summary>
    public required EventStatus CodedStatus { get; init; }

    /// <summary>Who asserts the act; null when the report's author does.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Probability that the finding is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Rule that gave it.</summary>
    public required string Rule { get; init; }

    /// <summary>Version of the data that gave it.</summary>
    public required string Data { get; init; }

    /// <summary>One text for events that PLOVER would take for the same: report, sentence, type and parties.</summary>
    public string Key => string.Join('\n', [Report, Sentence, Codes.Of(Act.Type), .. Actors.Select(p => p.Code).Order(StringComparer.Ordinal), ">", .. Recipients.Select(p => p.Code).Order(StringComparer.Ordinal)]);

    /// <summary>One line of JSON, without its break. As in POLECAT several values of one column stand in one text with "; " between them, in the same order in all columns of a side; what is unknown is null, or "None" among several.</summary>
    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("Event ID", "annalist-" + Id);
            json.WriteString("Event Date", Day(Date));
            json.WriteString("Event Type", Codes.Of(Act.Type));
            json.WriteString("Event Mode", Joined(Act.Modes));
            json.WriteNumber(nameof(Intensity), Intensity);
            json.WriteNumber("Quad Code", Quad);
            json.WriteString(nameof(Contexts), Joined(Contexts));
            Side(json, "Actor", Actors);
            Side(json, "Recipient", Recipients);
            json.WriteString("Placename", Place);
            json.WriteString("Country", PlaceCountry);
            json.WriteString(nameof(Source), Source.Outlet);
            json.WriteString("Publication Date", Day(Source.Published));
            json.WriteString("Headline", Source.Headline);
            json.WriteString("Event Text", Sentence);
            json.WriteString("Language", Source.Language);
            json.WriteString("Version", Data);
            // What PLOVER has no column for.
            json.WriteString("Receipt", Id);
            json.WriteString(nameof(Report), Report);
            json.WriteString("Event Last Date", Day(LastDate));
            json.WriteString("Coded Type", Codes.Of(CodedType));
            json.WriteString("Coded Status", Codes.Of(CodedStatus));
            json.WriteString("Attributed To", AttributedTo);
            json.WriteNumber(nameof(Confidence), Confidence);
            json.WriteString(nameof(Rule), Rule);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Side(Utf8JsonWriter json, string side, IReadOnlyList<PloverParty> parties)
    {
        json.WriteString(side + " Name", Joined(parties.Select(p => p.Name)));
        json.WriteString(side + " Country", Joined(parties.Select(p => p.Country)));
        json.WriteString($"Primary {side} Sector", Joined(parties.Select(p => p.Sector == Sector.Unk ? null : Codes.Of(p.Sector))));
        json.WriteString(side + " Name Raw", Joined(parties.Select(p => p.Raw)));
        json.WriteString(side + " Code", Joined(parties.Select(p => p.Code)));
    }

    private static string? Joined(IEnumerable<string?> values)
    {
        string?[] all = [.. values];
        return all.All(v => v is null) ? null : string.Join("; ", all.Select(v => v ?? "None"));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
