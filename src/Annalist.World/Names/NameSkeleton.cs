using System.Text;

namespace Annalist.Worlds;

/// <summary>The skeleton of a name: what is left when the ways of writing the same sounds in Latin letters are evened out.</summary>
internal static class NameSkeleton
{
    private const double VowelCost = 0.34;
    private const double AliasCost = 0.3;

    /// <summary>Letters of one sound, longest first. A digit stands for a sound of its own.</summary>
    private static readonly (string Letters, char Sound)[] Sounds =
    [
        ("shch", 's'), ("dzh", 'j'), ("tch", '4'), ("sch", 's'), ("tsh", '4'), ("sh", 's'), ("ch", '4'), ("zh", 'j'), ("dj", 'j'), ("kh", 'h'), ("gh", 'g'), ("ph", 'f'),
        ("th", 't'), ("ck", 'k'), ("ts", 'z'), ("tz", 'z'), ("ou", 'u'), ("oo", 'u'), ("w", 'v'), ("x", 'h'), ("q", 'k'), ("c", 'k'), ("y", 'i'),
    ];

    /// <summary>Pairs of sounds that transliterations mix up.</summary>
    private static readonly bool[] Aliases = Table(
        ('h', 'k'), ('g', 'h'), ('4', 'k'), ('4', 's'), ('s', 'z'), ('j', 'z'), ('4', 'j'), ('i', 'j'), ('u', 'v'), ('f', 'v'), ('g', 'j'));

    /// <summary>Endings of surnames that come over from other scripts; ordinary words and surnames of Latin script seldom have them. One line for each sound.</summary>
    private static readonly string[][] Endings =
    [
        ["v", "w", "ff"], ["yan", "ian", "jan"], ["vili"], ["enko", "enka"], ["sky", "ski", "skiy", "skii", "skij", "skyi", "skyj"], ["ullah", "ulla", "ulloh", "ullo"], ["oglu", "ogly"],
    ];

    /// <summary>True when both folded words have the same ending of transliterated surnames.</summary>
    public static bool EndAlike(string a, string b) =>
        Endings.Any(e => e.Any(x => a.EndsWith(x, StringComparison.Ordinal)) && e.Any(x => b.EndsWith(x, StringComparison.Ordinal)));

    /// <summary>The skeleton of one folded lower-case word.</summary>
    public static string Of(string word)
    {
        var sounds = new StringBuilder(word.Length);
        for (int i = 0; i < word.Length;)
        {
            (string letters, char sound) = Sounds.FirstOrDefault(s => string.CompareOrdinal(word, i, s.Letters, 0, s.Letters.Length) == 0);
            if (letters is null) (letters, sound) = (" ", word[i]);
            i += letters.Length;
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

    /// <summary>True when the words may begin with the same sound.</summary>
    public static bool MayBeginAlike(string a, string b) => b.Length > 0 && MayBeginAlike(a, b[0]);

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

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsGlide(char c) => c == 'j' || IsVowel(c);

    private static double Gap(char c) => IsVowel(c) ? VowelCost : c == 'j' ? AliasCost : 1;

    private static double Change(char a, char b) => a == b ? 0 : IsVowel(a) && IsVowel(b) ? VowelCost : Alias(a, b) ? AliasCost : 1;

    private static bool Alias(char a, char b) => a < 128 && b < 128 && Aliases[(a * 128) + b];

    private static bool[] Table(params ReadOnlySpan<(char A, char B)> pairs)
    {
        bool[] table = new bool[128 * 128];
        foreach ((char a, char b) in pairs) table[(a * 128) + b] = table[(b * 128) + a] = true;
        return table;
    }
}
