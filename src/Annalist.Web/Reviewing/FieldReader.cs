using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Reviewing;

/// <summary>Turns findings into what forms show, and what forms send back into findings. Works on the record's contract, so that every kind is treated alike.</summary>
public sealed class FieldReader(World world, Codebook codebook)
{
    private readonly PartyReader codes = new(world);

    /// <summary>The fields.</summary>
    public FieldBook Book { get; } = new(codebook);

    /// <summary>What a form shows in each field of a finding.</summary>
    public IReadOnlyList<(Field Field, string Value)> Write(Finding finding)
    {
        JsonObject line = Line(finding);
        return
        [
            .. Book.Of(FindingText.Kind(finding)).Select(f =>
            {
                string value = finding is Event e && f.Shape == FieldShape.Parties ? PartyReader.Write(f.Name == "actors" ? e.Actors : e.Recipients) : Write(f, line[f.Name]);
                // Where somebody must be named, an empty field says that nobody knows whom.
                return (f, f.Needed && NamesWhom(f) && value == PartyReader.Unknown ? "" : value);
            }),
        ];
    }

    /// <summary>The finding with what a form says. A field that the form does not have stays as it is.</summary>
    /// <param name="finding">The finding before.</param>
    /// <param name="text">The report's text, or its title where the finding stands there.</param>
    /// <param name="form">What was written into the field of a name; null when the form has none.</param>
    /// <exception cref="FieldException">Something cannot be taken.</exception>
    public Finding Read(Finding finding, string text, Func<string, string?> form)
    {
        JsonObject line = Line(finding);
        foreach ((Field f, string before) in Write(finding))
        {
            if (form(f.Name) is not { } given) continue;
            given = given.Trim().ReplaceLineEndings("\n");
            if (given.Length == 0 && f.Needed && !NamesWhom(f)) throw new FieldException(f.Label, "it is empty", "it may not be");
            // What was not changed stays as it is, whether or not a person could have written it.
            if (given == before.Trim() && !(f.Needed && line[f.Name] is JsonArray { Count: 0 })) continue;
            if (given.Length == 0 && f.Needed) given = PartyReader.Unknown;
            if (given.Length > 20_000) throw new FieldException(f.Label, "it is too long", "write 20,000 characters at most");
            line[f.Name] = Read(f, given, finding);
        }
        Finding made;
        try
        {
            made = (Finding)RecordJson.Read(line.ToJsonString());
        }
        catch (JsonException e)
        {
            throw new FieldException("the form", e.Message, "mend the field");
        }
        return Settle(made, finding, text);
    }

    // What follows from the fields is made anew from them.
    private Finding Settle(Finding made, Finding before, string text)
    {
        switch (made)
        {
            case Event e:
                if (e.From > e.To) throw new FieldException("From", "it is after the last day", "exchange the days");
                string? unknown = e.Modes.FirstOrDefault(m => !codebook.Type(e.Type).Modes.ContainsKey(m));
                if (unknown is not null) throw new FieldException("Modes", $"{Codes.Of(e.Type)} has no mode “{unknown}”", codebook.Type(e.Type).Modes.Count == 0 ? "leave it empty" : "write of " + string.Join(", ", codebook.Type(e.Type).Modes.Keys));
                bool dated = before is Event b && b.From == e.From && b.To == e.To;
                return e with { Score = codebook.Score(e.Type, e.Modes), DateBasis = dated ? e.DateBasis : e.From is null && e.To is null ? null : DateBasis.Stated, DateText = dated ? e.DateText : null };
            case Statement s:
                TextSpan[] content = before is Statement old && old.Content == s.Content && old.ContentSpan.Count > 0 ? [.. old.ContentSpan] : [Find(s.Content, "Content", text, s.Span)];
                TextSpan[] cue = before is Statement o && o.Cue == s.Cue ? [.. o.CueSpan] : s.Cue is null ? [] : [Find(s.Cue, "Cue", text, s.Span)];
                TextSpan? speaker = before is Statement w && w.Speaker == s.Speaker ? w.SpeakerSpan : s.Speaker is null ? null : Near(s.Speaker, text, s.Span);
                return s with { ContentSpan = content, CueSpan = cue, SpeakerSpan = speaker };
            case Tie { From: { } from, To: { } to } when from > to:
            case Figure { From: { } first, To: { } last } when first > last:
            case Rule { From: { } begin, To: { } end } when begin > end:
                throw new FieldException("From", "it is after the last day", "exchange the days");
            default:
                return made;
        }
    }

    private static bool NamesWhom(Field f) => f.Shape is FieldShape.Code or FieldShape.CodeOrName or FieldShape.Codes or FieldShape.Parties;

    private static TextSpan Find(string words, string field, string text, TextSpan near) =>
        Near(words, text, near) ?? throw new FieldException(field, $"the report does not have the words “{FindingText.Short(words, 60)}”", "copy them from the report as they stand");

    // From the sentence on, else anywhere.
    private static TextSpan? Near(string words, string text, TextSpan near)
    {
        int at = text.IndexOf(words, Math.Min(near.Start, text.Length), StringComparison.Ordinal);
        if (at < 0) at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, at + words.Length);
    }

    private JsonNode? Read(Field f, string given, Finding finding)
    {
        switch (f.Shape)
        {
            case FieldShape.Text or FieldShape.Quote:
                return given.Length == 0 ? null : JsonValue.Create(given);
            case FieldShape.Day:
                if (given.Length == 0) return null;
                return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? JsonValue.Create(FindingText.Day(day)) : throw new FieldException(f.Label, $"“{FindingText.Short(given, 30)}” is no day", "write it as 2020-10-15");
            case FieldShape.Number:
                if (given.Length == 0) return null;
                return double.TryParse(given.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                    ? JsonValue.Create(number) : throw new FieldException(f.Label, $"“{FindingText.Short(given, 30)}” is no number", "write it as 25000000 or 2.5");
            case FieldShape.Choice:
                if (given.Length == 0) return null;
                string choice = Choose(f, given);
                return f.Name == "polarity" ? JsonValue.Create(choice == "-1" ? -1 : 1) : JsonValue.Create(choice);
            case FieldShape.Choices:
                return Array(given.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(x => Choose(f, x)).Distinct());
            case FieldShape.Code:
                return given.Length == 0 ? null : JsonValue.Create(codes.Read(f.Label, given));
            case FieldShape.CodeOrName:
                return JsonValue.Create(codes.ReadOrKeep(given));
            case FieldShape.Codes:
                return Array(codes.ReadAll(f.Label, given));
            case FieldShape.Parties:
                IReadOnlyList<Party> before = finding is Event e ? (f.Name == "actors" ? e.Actors : e.Recipients) : [];
                return new JsonArray([.. codes.ReadParties(f.Label, given, before, finding.Sentence, finding.Span.Start).Select(Node)]);
            default:
                return new JsonArray([.. given.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(x => Stance(f, x))]);
        }
    }

    private JsonNode Stance(Field f, string given)
    {
        if (given[0] is not ('+' or '-' or '−')) throw new FieldException(f.Label, $"“{FindingText.Short(given, 30)}” has no sign", "write +USA for a stance in favour, -USA for one against");
        return new JsonObject { ["toward"] = codes.Read(f.Label, given[1..]), ["polarity"] = given[0] == '+' ? 1 : -1 };
    }

    // A beginning will do where only one option begins so.
    private static string Choose(Field f, string given)
    {
        string? whole = f.Options.FirstOrDefault(o => o.Equals(given, StringComparison.OrdinalIgnoreCase));
        if (whole is not null) return whole;
        string[] like = [.. f.Options.Where(o => o.StartsWith(given, StringComparison.OrdinalIgnoreCase))];
        return like.Length == 1 ? like[0] : throw new FieldException(f.Label, $"“{FindingText.Short(given, 30)}” is none of its values", "write one of " + string.Join(' ', like.Length > 0 ? like : f.Options));
    }

    private static string Write(Field f, JsonNode? value) => value switch
    {
        null => "",
        JsonArray a when f.Shape == FieldShape.Stances => string.Join(", ", a.Select(x => ((int)x!["polarity"]! < 0 ? "-" : "+") + PartyReader.Write((string)x["toward"]!))),
        JsonArray a when f.Shape == FieldShape.Codes => string.Join(", ", a.Select(x => PartyReader.Write((string)x!))),
        _ when f.Shape is FieldShape.Code or FieldShape.CodeOrName => PartyReader.Write(value.ToString()),
        JsonArray a => string.Join(", ", a.Select(x => x!.ToString())),
        JsonValue v when v.TryGetValue(out double number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v)!)]);

    private static JsonNode Node(Party p) => new JsonObject
    {
        ["code"] = p.Code,
        ["sector"] = Codes.Of(p.Sector),
        ["name"] = p.Name,
        ["mention"] = p.Mention,
        ["span"] = p.Span is { } s ? new JsonArray(s.Start, s.End) : null,
    };

    private static JsonObject Line(Finding f) => JsonNode.Parse(RecordJson.Write(f))!.AsObject();
}
