using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Reviewing;

/// <summary>
/// A finding in one line of few letters: <c>12 cons 1,3&gt;2 planned</c>, or shorter <c>12cons1,3&gt;2 pl</c>. In order, all but the second may be left out: the sentence's number; what it is (the beginning of an event type or of a relation,
/// or say, fig, rule, com, exp, aim); who and, after <c>&gt;</c>, to whom, as numbers of the sentence's parties or as codes; then, in any order, the beginning of a status, phase, mode or sector, days, and for a figure
/// its number and unit. Words in quotation marks are the content, the matter, the outcome, or the object of a tie that has no code.
/// </summary>
public sealed class QuickLine(World world, FieldBook book)
{
    private const string Example = "write, say, 12 cons 1>2 planned";
    private readonly PartyReader codes = new(world);

    /// <summary>The finding as a draft whose fields the forms' reader then settles, and the fields as written.</summary>
    /// <param name="line">The line.</param>
    /// <param name="report">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="here">The sentence that is meant when the line gives no number; null when there is none.</param>
    /// <param name="near">Findings of the report: an act takes its days from one of the same sentence.</param>
    /// <exception cref="FieldException">The line cannot be read.</exception>
    public (Finding Draft, IReadOnlyDictionary<string, string> Fields) Read(string line, Report report, IReadOnlyList<ReviewSentence> sentences, ReviewSentence? here, IReadOnlyList<Finding> near)
    {
        (string[] words, string? quoted) = Words(line);
        int at = 0;
        if (words.Length > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            here = number >= 1 && number <= sentences.Count ? sentences[number - 1] : throw new FieldException("Line", $"there is no sentence {number}", $"the report has {sentences.Count}");
            at++;
        }
        if (here is null) throw new FieldException("Line", "it names no sentence", Example);
        if (at >= words.Length) throw new FieldException("Line", "it does not say what is found", Example);
        (string kind, string? type) = What(words[at++]);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (type is not null) fields[kind == "tie" ? "relation" : "type"] = type;
        Finding draft = Blank(kind, report, here);
        string? parties = at < words.Length && IsParties(words[at], here) ? words[at++] : null;
        if (parties is not null) Put(kind, parties, here, fields);
        while (at < words.Length) Rest(kind, words[at++], fields);
        string text = here.TextOf(report);
        Default(kind, here, text, quoted, near, fields);
        return (draft, fields);
    }

    /// <summary>A finding of a kind that says nothing yet.</summary>
    public static Finding Blank(string kind, Report report, ReviewSentence s)
    {
        string sentence = s.Cut(report);
        return kind switch
        {
            "event" => new Event { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Type = EventType.Consult, Status = EventStatus.Occurred, Actors = [] },
            "statement" => new Statement { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, SpeakerCode = "UNK", SpeakerSector = Sector.Unk, Form = StatementForm.Indirect, Content = "", ContentSpan = [] },
            "tie" => new Tie { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Subject = "UNK", Relation = Relation.MemberOf, Object = "UNK" },
            "figure" => new Figure { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Measure = Measure.Other, Value = 0 },
            "rule" => new Rule { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Bearer = [], Force = RuleForce.Must, Act = "" },
            "commitment" => new Commitment { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, By = [] },
            "expectation" => new Expectation { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Then = "" },
            "aim" => new Aim { Id = "", Report = report.Label, Sentence = sentence, Span = s.Span, In = s.In, Rule = "hand", Data = "hand", Confidence = 1, Of = "UNK", Matter = "" },
            _ => throw new FieldException("Kind", $"there is no kind “{kind}”", "choose one of the list"),
        };
    }

    private static (string Kind, string? Type) What(string word)
    {
        (string Word, string Kind)[] kinds = [("say", "statement"), ("figure", "figure"), ("rule", "rule"), ("commitment", "commitment"), ("expectation", "expectation"), ("aim", "aim")];
        foreach ((string full, string kind) in kinds)
        {
            if (word.Length >= 3 && full.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return (kind, null);
        }
        string[] types = Beginning(Codes.All<EventType>(), word), relations = Beginning(Codes.All<Relation>(), word);
        if (types.Length == 1) return ("event", types[0]);
        if (types.Length == 0 && relations.Length == 1) return ("tie", relations[0]);
        throw new FieldException("Line", types.Length + relations.Length == 0 ? $"“{word}” is no type, relation or kind" : $"“{word}” may be {string.Join(" or ", types.Concat(relations))}", Example);
    }

    private static bool IsParties(string word, ReviewSentence here) => word.Contains('>', StringComparison.Ordinal) || word.Split(',').All(p => (int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 && n <= here.Parties.Count) || (p.Length is >= 2 && p.All(c => char.IsUpper(c) || char.IsDigit(c) || c is '+' or '-')));

    private void Put(string kind, string given, ReviewSentence here, Dictionary<string, string> fields)
    {
        string[] sides = given.Split('>');
        if (sides.Length > 2) throw new FieldException("Line", $"“{given}” has more than two sides", Example);
        string[] names = kind switch
        {
            "event" => ["actors", "recipients"],
            "statement" => ["speaker_code", "about"],
            "tie" => ["subject", "object"],
            "figure" => ["actors", "actors"],
            "rule" => ["bearer", "toward"],
            "commitment" => ["by", "toward"],
            "expectation" => ["actors", "actors"],
            _ => ["of", "toward"],
        };
        for (int i = 0; i < sides.Length; i++)
        {
            Party[] parties = [.. sides[i].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => One(p, here))];
            if (parties.Length == 0) continue;
            string value = kind == "event" ? PartyReader.Write(parties) : string.Join(", ", parties.Select(p => p.Code));
            fields[names[i]] = fields.TryGetValue(names[i], out string? before) ? before + ", " + value : value;
            if (kind != "statement" || i > 0) continue;
            fields["speaker_sector"] = Codes.Of(parties[0].Sector);
            fields["speaker"] = parties[0].Name ?? parties[0].Mention ?? "";
        }
    }

    private Party One(string given, ReviewSentence here)
    {
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int n))
        {
            string code = codes.Read("Line", given);
            return here.Parties.FirstOrDefault(p => p.Code == code) ?? new Party(code, world.Actor(code)?.Sector ?? Sector.Unk, null, null, null);
        }
        return n >= 1 && n <= here.Parties.Count ? here.Parties[n - 1] : throw new FieldException("Line", $"the sentence has no party {n}", here.Parties.Count == 0 ? "write codes: KAZ>RUS" : $"it has {here.Parties.Count}; write codes for others: KAZ>RUS");
    }

    // What a further word is, is told by the field that has such a value.
    private void Rest(string kind, string word, Dictionary<string, string> fields)
    {
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            string day = kind switch { "commitment" => "due", "expectation" => "horizon", _ => "from" };
            if (day == "from" && fields.ContainsKey("from")) fields["to"] = word;
            else fields[day] = word;
            if (day == "from" && !fields.ContainsKey("to") && kind == "event") fields["to"] = word;
            return;
        }
        if (kind is "figure" or "commitment" && double.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            fields[kind == "figure" ? "value" : "amount"] = word;
            return;
        }
        // The field that is not filled yet and has one value that begins so; a whole value goes before a beginning.
        foreach (bool whole in new[] { true, false })
        {
            foreach (Field f in book.Of(kind).Where(f => f.Options.Count > 0 && f.Name is not ("type" or "relation" or "polarity") && IsOpen(f)).OrderBy(f => f.Shape == FieldShape.Choices ? 1 : 0))
            {
                string[] like = whole ? [.. f.Options.Where(o => o.Equals(word, StringComparison.OrdinalIgnoreCase))] : Beginning(f.Options, word);
                if (like.Length != 1) continue;
                fields[f.Name] = f.Shape == FieldShape.Choices && fields.TryGetValue(f.Name, out string? before) ? before + ", " + like[0] : like[0];
                return;
            }
        }
        if (kind is "figure" or "commitment" && !fields.ContainsKey("unit"))
        {
            fields["unit"] = word;
            return;
        }
        if (kind == "rule" && !fields.ContainsKey("act"))
        {
            fields["act"] = word;
            return;
        }
        throw new FieldException("Line", $"“{word}” is no status, mode, day or other value of such a finding", Example);

        // A sector is filled from the speaker, so that a word may still say another.
        bool IsOpen(Field f) => f.Shape == FieldShape.Choices || f.Name == "speaker_sector" || !fields.ContainsKey(f.Name);
    }

    private static void Default(string kind, ReviewSentence here, string text, string? quoted, IReadOnlyList<Finding> near, Dictionary<string, string> fields)
    {
        string sentence = here.Span.Cut(text);
        switch (kind)
        {
            case "event":
                if (quoted is not null) fields["matter"] = quoted;
                if (!fields.ContainsKey("actors")) fields["actors"] = "UNK";
                if (!fields.ContainsKey("from") && near.OfType<Event>().FirstOrDefault(e => e.In == here.In && e.Span.Overlaps(here.Span) && e.From is not null) is { } dated)
                {
                    fields["from"] = Text.FindingText.Day(dated.From) ?? "";
                    fields["to"] = Text.FindingText.Day(dated.To) ?? "";
                }
                break;
            case "statement":
                (string content, bool direct) = quoted is not null ? (quoted, false) : Said(sentence);
                fields["content"] = content;
                fields.TryAdd("form", Codes.Of(direct ? StatementForm.Direct : StatementForm.Indirect));
                fields.TryAdd("speaker_code", "UNK");
                break;
            case "tie" when quoted is not null:
                fields["object"] = quoted;
                break;
            case "figure" when !fields.ContainsKey("value"):
                throw new FieldException("Line", "it gives no number", "write, say, fig 2 aid 25000000 USD");
            case "rule" when !fields.ContainsKey("act"):
                throw new FieldException("Line", "it gives no act", "write, say, rule 1>2 must_not hosts_forces_of");
            case "commitment":
                fields["matter"] = quoted ?? sentence;
                break;
            case "expectation":
                fields["then"] = quoted ?? sentence;
                break;
            case "aim":
                fields["matter"] = quoted ?? sentence;
                break;
        }
    }

    // What stands in quotation marks, else what follows "that", else the sentence.
    private static (string Content, bool Direct) Said(string sentence)
    {
        foreach ((char open, char close) in new[] { ('“', '”'), ('"', '"'), ('«', '»'), ('„', '“') })
        {
            int begin = sentence.IndexOf(open, StringComparison.Ordinal);
            int end = begin < 0 ? -1 : sentence.LastIndexOf(close);
            if (end > begin + 1) return (sentence[(begin + 1)..end], true);
        }
        int that = sentence.IndexOf(" that ", StringComparison.Ordinal);
        return (that < 0 ? sentence : sentence[(that + 6)..].TrimEnd('.', ' '), false);
    }

    private static string[] Beginning(IEnumerable<string> options, string word) => [.. options.Where(o => o.StartsWith(word, StringComparison.OrdinalIgnoreCase))];

    // Number, what and who need no spaces between them: 12cons1>2 is 12 cons 1>2. What is in small letters, codes are not.
    private static string Parted(string line)
    {
        string text = line.TrimStart();
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        int begin = digits;
        while (begin < text.Length && text[begin] == ' ') begin++;
        int end = begin;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || text[end] == '_')) end++;
        bool joined = end > begin && end < text.Length && (char.IsAsciiDigit(text[end]) || char.IsAsciiLetterUpper(text[end]) || text[end] == '>');
        if (end == begin || (begin == digits && digits == 0 && !joined)) return text;
        return $"{text[..digits]} {text[begin..end]}{(joined ? " " : "")}{text[end..]}";
    }

    // Words apart by spaces; what stands in the last pair of quotation marks is one.
    private static (string[] Words, string? Quoted) Words(string line)
    {
        string? quoted = null;
        int open = line.IndexOf('"', StringComparison.Ordinal);
        int close = open < 0 ? -1 : line.LastIndexOf('"');
        if (close > open)
        {
            quoted = line[(open + 1)..close].Trim();
            line = line[..open] + " " + line[(close + 1)..];
        }
        return (Parted(line).Split(' ', StringSplitOptions.RemoveEmptyEntries), quoted is { Length: > 0 } ? quoted : null);
    }
}
