using Annalist.Language;

namespace Annalist.Coding;

/// <summary>The words before a report's first sentence: "VIENNA (Agency) -", "Graz, Austria, May 3 -". They say where, not who.</summary>
internal static class DatelineWords
{
    private const int Reach = 16; // tokens; no dateline is longer

    /// <summary>Number of tokens that the dateline takes at the start of the sentence, its dash included; 0 when there is none.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="names">Names of the packs in it.</param>
    public static int Length(Sentence sentence, IReadOnlyList<Draft> names)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        if (tokens.Count < 6 || !char.IsUpper(tokens[0].Form[0])) return 0;
        bool agency = false, date = false, bracket = false;
        for (int i = 1; i < Math.Min(Reach, tokens.Count - 4); i++)
        {
            Token t = tokens[i];
            if (t.Form is "(" or "[") { bracket = true; continue; }
            if (t.Form is ")" or "]") { bracket = false; agency = true; continue; }
            if (bracket) continue;
            bool dash = t.Form is "–" or "—" or "--" || t.Form == "-" && (tokens[i - 1].SpaceAfter || tokens[i - 1].Form is ")" or "-");
            if (dash && i + 1 < tokens.Count && tokens[i + 1].Form == "-") continue;
            if (dash || t.Form == ":") return Opens(tokens[i + 1]) && Holds(tokens, i, names, agency, date, dash) ? i + 1 : 0;
            if (char.IsDigit(t.Form[0])) { date = true; continue; }
            if (t.Form is "," or "." or "/" || char.IsUpper(t.Form[0]) || t.Form is "de" or "la" or "of" or "and" or "al") continue;
            return 0;
        }
        return 0;
    }

    private static bool Opens(Token t) => char.IsUpper(t.Form[0]) || char.IsDigit(t.Form[0]) || t.Upos is "PUNCT" or "DET";

    private static bool Holds(IReadOnlyList<Token> tokens, int end, IReadOnlyList<Draft> names, bool agency, bool date, bool dash)
    {
        Draft? first = names.FirstOrDefault(d => d.First == 0 && d.Last <= end);
        bool town = first is not null && (first.PlaceOnly || first.Kind == MentionKind.Seat);
        bool capitals = tokens[0].Form.Length >= 4 && tokens[0].Form.All(c => char.IsUpper(c) || c is '.' or '-');
        if (first is not null && !town) return false;
        if (capitals && (town || dash)) return true;
        if (agency && dash) return true;
        if (!town) return false;
        // "Harare, Zimbabwe -": a town with its state behind it, or with a day.
        bool behind = first!.Last < end && tokens[first.Last].Form is "," or "/";
        return behind && (date || names.Any(d => d.First == first.Last + 1 && d.Last <= end)) || !dash && first.PlaceOnly && first.Last == end;
    }
}
