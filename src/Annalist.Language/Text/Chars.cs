namespace Annalist.Language;

/// <summary>Classes of characters that splitter and tokenizer share.</summary>
internal static class Chars
{
    /// <summary>Ends a sentence, or may.</summary>
    public static bool IsTerminal(char c) => c is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\u061F' or '\u06D4' or '\u203C' or '\u2047' or '\u2049' or '\u203D';

    /// <summary>Blank: white space, controls, zero-width characters.</summary>
    public static bool IsBlank(char c) => c <= ' ' || c == '\u007F' || (c >= '\u0080' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));

    /// <summary>A line break of any kind.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    /// <summary>Closes a quotation or bracket and never opens one.</summary>
    public static bool IsCloser(char c) => c is '\u201D' or '\u2019' or '\u00BB' or ')' or ']' or '}' or '\u203A' or '\u300D';

    /// <summary>Opens a quotation or bracket and never closes one.</summary>
    public static bool IsOpener(char c) => c is '\u201C' or '\u201E' or '\u201A' or '\u2018' or '\u00AB' or '(' or '[' or '{' or '\u2039' or '\u300C';

    /// <summary>A straight quotation mark, which may do either.</summary>
    public static bool IsStraightQuote(char c) => c is '"' or '\'' or '`';

    /// <summary>An apostrophe inside a word.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`' or '\u2018' or '\u00B4';

    /// <summary>A bullet at the head of a line.</summary>
    public static bool IsBullet(char c) => c is '\u2022' or '\u25AA' or '\u25CF' or '\u25A0' or '\u25BA' or '\u2023' or '\u2043' or '\u25E6' or '\u25AB' or '\u25B6' or '\u27A4' or '\u2714';

    /// <summary>A letter of a script without case counts as a capital: a new sentence may begin with it.</summary>
    public static bool BeginsLikeSentence(char c) => char.IsUpper(c) || char.IsDigit(c) || (char.IsLetter(c) && !char.IsLower(c)) || char.IsSurrogate(c);
}
