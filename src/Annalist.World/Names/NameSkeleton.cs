using System.Text;

namespace Annalist.Worlds;

/// <summary>The skeleton of a name: what is left when the ways of writing the same sounds in Latin letters are evened out.</summary>
internal static class NameSkeleton
{
    private const double VowelCost = 0.34;
    private const double FarVowelCost = 0.5;
    private const double VowelGap = 0.42;
    private const double AliasCost = 0.35;

    /// <summary>Letters of one sound as English and French write names, longest first. A digit stands for a sound of its own.</summary>
    private static readonly (string Letters, char Sound)[] Western =
    [
        ("shch", 's'), ("dzh", 'j'), ("tch", '4'), ("sch", 's'), ("tsh", '4'), ("sh", 's'), ("ch", '4'), ("zh", 'j'), ("dj", 'j'), ("kh", 'h'), ("gh", 'g'), ("ph", 'f'),
        ("th", 't'), ("ck", 'k'), ("ts", 'z'), ("tz", 'z'), ("ou", 'u'), ("oo", 'u'), ("w", 'v'), ("x", 'h'), ("q", 'k'), ("c", 'k'), ("y", 'i'),
    ];

    /// <summary>The same as German, Polish and the other languages with a j for y write them.</summary>
    private static readonly (string Letters, char Sound)[] Central =
    [
        ("schtsch", 's'), ("szcz", 's'), ("shch", 's'), ("tsch", '4'), ("dsch", 'j'), ("dzh", 'j'), ("sch", 's'), ("cz", '4'), ("sz", 's'), ("sh", 's'), ("zh", 'j'), ("ch", 'h'), ("kh", 'h'), ("gh", 'g'), ("ph", 'f'),
        ("th", 't'), ("ck", 'k'), ("ts", 'z'), ("tz", 'z'), ("ou", 'u'), ("oo", 'u'), ("w", 'v'), ("x", 'h'), ("q", 'k'), ("c", 'z'), ("y", 'i'), ("j", 'i'),
    ];

    /// <summary>Pairs of letters that a reader of print takes for each other.</summary>
    private static readonly bool[] Lookalikes = Table(('q', 'g'), ('v', 'y'), ('u', 'v'), ('c', 'e'), ('i', 'l'), ('h', 'b'), ('n', 'u'), ('f', 't'), ('o', 'c'));

    /// <summary>Vowels that stand for each other in transliterations of unstressed or foreign vowels.</summary>
    private static readonly bool[] NearVowels = Table(('a', 'o'), ('a', 'e'), ('o', 'u'), ('e', 'i'), ('u', 'i'));

    /// <summary>Pairs of sounds that transliterations mix up.</summary>
    private static readonly bool[] Aliases = Table(
        ('h', 'k'), ('g', 'h'), ('4', 'k'), ('4', 's'), ('s', 'z'), ('j', 'z'), ('4', 'j'), ('i', 'j'), ('u', 'v'), ('f', 'v'), ('g', 'j'), ('j', 's'), ('d', 't'), ('b', 'p'), ('m', 'n'));

    /// <summary>Endings of surnames that come over from other scripts; ordinary words and surnames of Latin script seldom have them. One line for each sound.</summary>
    private static readonly string[][] Endings =
    [
        ["v", "w", "ff"], ["yan", "ian", "jan"], ["vili"], ["enko", "enka"], ["sky", "ski", "skiy", "skii", "skij", "skyi", "skyj"], ["ullah", "ulla", "ulloh", "ullo"], ["oglu", "ogly"],
    ];

    /// <summary>Which endings of transliterated surnames a folded word has: a bit for each sound; two words with a bit in common end alike.</summary>
    public static int EndingsOf(string word)
    {
        int found = 0;
        for (int i = 0; i < Endings.Length; i++)
        {
            if (Array.Exists(Endings[i], e => word.EndsWith(e, StringComparison.Ordinal))) found |= 1 << i;
        }
        return found;
    }

    /// <summary>The skeleton of one folded lower-case word.</summary>
    public static string Of(string word) => Of(word, Western);

    /// <summary>The skeletons of a word under each way of reading it; one when they are the same.</summary>
    public static string[] Readings(string word)
    {
        string western = Of(word, Western), central = Of(word, Central);
        return western == central ? [western] : [western, central];
    }

    private static string Of(string word, (string Letters, char Sound)[] table)
    {
        var sounds = new StringBuilder(word.Length);
        for (int i = 0; i < word.Length;)
        {
            (int length, char sound) = (1, word[i]);
            foreach ((string letters, char of) in table)
            {
                if (letters[0] != word[i] || string.CompareOrdinal(word, i, letters, 0, letters.Length) != 0) continue;
                (length, sound) = (letters.Length, of);
                break;
            }
            i += length;
            if (sounds.Length == 0)
            {
                sounds.Append(sound);
                continue;
            }
            char before = sounds[^1];
            // Double letters count once, a run of vowels is its first that is no glide.
            if (before == sound) continue;
            if (!IsVowel(before) || !IsVowel(sound)) sounds.Append(sound);
            else if (before == 'i' && sounds.Length == 1) sounds[0] = sound;
        }
        return sounds.ToString();
    }

    /// <summary>True when the word may begin with the sound.</summary>
    public static bool MayBeginAlike(string a, char sound) => a.Length > 0 && (a[0] == sound || Alias(a[0], sound) || (IsGlide(a[0]) && IsGlide(sound)));

    /// <summary>Weighted edit distance of two skeletons: vowels and sounds that are mixed up cost little. Above <paramref name="most"/> the value is not exact.</summary>
    public static double Distance(string a, string b, double most)
    {
        if (a == b) return 0;
        Span<double> row = stackalloc double[b.Length + 1];
        row[0] = 0;
        for (int j = 1; j <= b.Length; j++) row[j] = row[j - 1] + Gap(b[j - 1]);
        for (int i = 1; i <= a.Length; i++)
        {
            double diagonal = row[0];
            row[0] += Gap(a[i - 1]);
            double least = row[0];
            for (int j = 1; j <= b.Length; j++)
            {
                double here = Math.Min(Math.Min(row[j] + Gap(a[i - 1]), row[j - 1] + Gap(b[j - 1])), diagonal + Change(a[i - 1], b[j - 1]));
                diagonal = row[j];
                row[j] = here;
                least = Math.Min(least, here);
            }
            if (least > most) return least;
        }
        return row[b.Length];
    }

    /// <summary>Number of letters to change, add or leave out.</summary>
    public static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int here = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = here;
            }
        }
        return row[b.Length];
    }

    /// <summary>True when two neighbouring letters changed places, neither of them the first.</summary>
    public static bool IsSwap(string a, string b)
    {
        if (a.Length != b.Length) return false;
        int i = 0;
        while (i < a.Length && a[i] == b[i]) i++;
        return i > 0 && i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[i] != a[i + 1] && string.CompareOrdinal(a, i + 2, b, i + 2, a.Length) == 0;
    }

    /// <summary>True when one letter was read as another that looks like it, neither first nor last.</summary>
    public static bool IsMisread(string a, string b)
    {
        if (a.Length != b.Length) return false;
        int i = 0;
        while (i < a.Length && a[i] == b[i]) i++;
        return i > 0 && i + 1 < a.Length && a[i] < 128 && b[i] < 128 && Lookalikes[(a[i] * 128) + b[i]] && string.CompareOrdinal(a, i + 1, b, i + 1, a.Length) == 0;
    }

    /// <summary>True when one letter inside was changed, added or left out; what changes an ending makes another word.</summary>
    public static bool IsSlip(string a, string b) => a[0] == b[0] && a[^1] == b[^1] && Math.Abs(a.Length - b.Length) <= 1 && Edits(a, b) == 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsGlide(char c) => c == 'j' || IsVowel(c);

    private static double Gap(char c) => IsVowel(c) ? VowelGap : c == 'j' ? AliasCost : 1;

    private static double Change(char a, char b) => a == b ? 0 : IsVowel(a) && IsVowel(b) ? (NearVowels[(a * 128) + b] ? VowelCost : FarVowelCost) : Alias(a, b) ? AliasCost : 1;

    private static bool Alias(char a, char b) => a < 128 && b < 128 && Aliases[(a * 128) + b];

    private static bool[] Table(params ReadOnlySpan<(char A, char B)> pairs)
    {
        bool[] table = new bool[128 * 128];
        foreach ((char a, char b) in pairs) table[(a * 128) + b] = table[(b * 128) + a] = true;
        return table;
    }
}
