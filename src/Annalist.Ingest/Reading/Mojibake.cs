using System.Globalization;
using System.Text;

namespace Annalist.Ingest;

/// <summary>Restores UTF-8 that was once decoded as Windows-1252, Latin-1 or Windows-1251. Only sequences that hardly occur otherwise are touched.</summary>
internal static class Mojibake
{
    /// <summary>Text can be damaged twice over ("Ã¢â‚¬â„¢"), hardly more often.</summary>
    private const int Rounds = 3;

    private static readonly Dictionary<char, byte> Western = Table(1252, latin1: true);
    private static readonly Dictionary<char, byte> Cyrillic = Table(1251, latin1: false);

    /// <summary>The text mended; the same object where nothing was damaged.</summary>
    public static string Mend(string text)
    {
        for (int round = 0; round < Rounds; round++)
        {
            string mended = Round(Round(text, Western, false), Cyrillic, true);
            if (ReferenceEquals(mended, text)) break;
            text = mended;
        }
        return text;
    }

    private static string Round(string text, Dictionary<char, byte> table, bool cyrillic)
    {
        StringBuilder? mended = null;
        int copied = 0;
        bool? evident = null, runs = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80 || !table.TryGetValue(text[i], out byte lead) || lead < 0xC2 || lead > 0xF4) continue;
            int end = i;
            var run = new StringBuilder();
            int sequences = 0;
            while (Sequence(text, end, table) is { } sequence)
            {
                run.Append(sequence.Rune.ToString());
                end += sequence.Length;
                sequences++;
                // One sequence at a time where each must stand on its own.
                if (!NeedsRun(lead, cyrillic)) break;
                if (end < text.Length && table.TryGetValue(text[end], out byte next) && next >= 0xC2) continue;
                break;
            }
            string restored = run.ToString();
            if (sequences == 0)
            {
                // The last byte of a closing quotation mark has no character in Windows-1252 and gets lost.
                if (!cyrillic && lead == 0xE2 && i + 1 < text.Length && text[i + 1] == '€' && (i + 2 == text.Length || char.IsWhiteSpace(text[i + 2]) || text[i + 2] is ',' or '.' or ';' or ')' or '?' or '!'))
                {
                    restored = "”";
                    end = i + 2;
                }
                else
                {
                    continue;
                }
            }
            else if (!IsDamage(text, i, end, lead, sequences, restored, cyrillic, ref evident) && !(NeedsRun(lead, cyrillic) && (runs ??= HasRuns(text, table))))
            {
                continue;
            }
            mended ??= new StringBuilder(text.Length);
            mended.Append(text, copied, i - copied).Append(restored);
            copied = end;
            i = end - 1;
        }
        return mended is null ? text : mended.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Letters of other scripts are believed only in a row: single pairs do occur in sound text.</summary>
    private static bool NeedsRun(byte lead, bool cyrillic) => cyrillic ? lead is not 0xE2 : lead is >= 0xCC and <= 0xDF or (>= 0xE0 and <= 0xEF and not 0xE2);

    private static bool IsDamage(string text, int start, int end, byte lead, int sequences, string restored, bool cyrillic, ref bool? evident)
    {
        if (NeedsRun(lead, cyrillic)) return sequences >= (cyrillic ? 3 : 2);
        if (cyrillic || lead is 0xE2 or >= 0xF0) return restored[0] is >= '\u2010' and <= '\u2BFF' || restored.Length == 2;
        char trail = text[start + 1];
        char before = start > 0 ? text[start - 1] : ' ', after = end < text.Length ? text[end] : ' ';
        bool stop = trail is '”' or '“' or '’' or '‘' or '»' or '«' or '…' or '–' or '—' or '›' or '‹';
        // BOGOTÁ”: a capital with an accent before a closing mark is sound.
        if (stop && char.IsUpper(before)) return false;
        if (lead is 0xC2) return char.IsPunctuation(restored[0]) || char.IsSymbol(restored[0]) || char.IsWhiteSpace(restored[0]) || restored[0] is 'ª' or 'º' or 'µ' || char.IsControl(restored[0]);
        bool letter = char.IsLetter(restored[0]);
        if (lead is 0xC3) return letter && (!stop || char.IsLower(before) || char.IsLower(after)) || (restored[0] is '×' or '÷');
        // Š, č, ł and their like: only beside small letters, or where other damage is plain to see.
        if (!letter) return false;
        if (char.IsLower(before) || char.IsLower(after)) return !stop || (evident ??= Evident(text));
        return (evident ??= Evident(text));
    }

    private static bool Evident(string text)
    {
        int signs = 0;
        for (int i = 0; i + 1 < text.Length && signs < 2; i++)
        {
            if ((text[i] == 'â' && text[i + 1] == '€') || (text[i] == 'Ã' && text[i + 1] is '©' or '¨' or '¡' or '³' or '¶' or '¼' or '¤' or '§' or '±')) signs++;
        }
        return signs >= 2;
    }

    /// <summary>Whether whole words of a foreign script are damaged: then its single letters are, too.</summary>
    private static bool HasRuns(string text, Dictionary<char, byte> table)
    {
        int found = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int length = 0;
            while (Sequence(text, i, table) is { } sequence)
            {
                i += sequence.Length;
                length++;
            }
            if (length >= 4 && ++found >= 2) return true;
        }
        return false;
    }

    private static (Rune Rune, int Length)? Sequence(string text, int at, Dictionary<char, byte> table)
    {
        if (at >= text.Length || !table.TryGetValue(text[at], out byte lead)) return null;
        int length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || at + length > text.Length) return null;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = lead;
        for (int i = 1; i < length; i++)
        {
            if (text[at + i] < 0x80 || !table.TryGetValue(text[at + i], out byte b) || b is < 0x80 or > 0xBF) return null;
            bytes[i] = b;
        }
        if (Rune.DecodeFromUtf8(bytes[..length], out var rune, out int used) != System.Buffers.OperationStatus.Done || used != length) return null;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse ? null : (rune, length);
    }

    private static Dictionary<char, byte> Table(int page, bool latin1)
    {
        var encoding = TextDecoder.CodePage(page);
        var table = new Dictionary<char, byte>();
        Span<byte> one = stackalloc byte[1];
        for (int b = 0x80; b <= 0xFF; b++)
        {
            one[0] = (byte)b;
            string decoded = encoding.GetString(one);
            if (decoded.Length == 1 && decoded[0] != '\uFFFD') table.TryAdd(decoded[0], (byte)b);
            // Latin-1 and the bytes that the page leaves open come through as control characters.
            if (latin1 || b == 0x98) table.TryAdd((char)b, (byte)b);
        }
        return table;
    }
}
