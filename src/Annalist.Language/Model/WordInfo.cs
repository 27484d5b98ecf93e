namespace Annalist.Language;

/// <summary>What tagger and parser see of one word: hashes of its form and parts. Filled once a sentence.</summary>
internal struct WordInfo
{
    /// <summary>Hash of the form with case, quotes straightened.</summary>
    public uint Form;

    /// <summary>Hash of the form in lower case, digits as 0.</summary>
    public uint Lower;

    /// <summary>Hashes of the last one to four characters.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Hashes of the first one to three characters.</summary>
    public uint Prefix1, Prefix2, Prefix3;

    /// <summary>Hash of the shape: runs of capitals, small letters, digits, others.</summary>
    public uint Shape;

    /// <summary>Class of the tags that the dictionary saw for the word; 0 unknown.</summary>
    public uint Ambiguity;

    /// <summary>The tagger's class; set while tagging.</summary>
    public int Tag;

    /// <summary>Universal part of speech, as an index of the model; set after tagging.</summary>
    public int Upos;

    /// <summary>Commas and verbs before the word; set after tagging.</summary>
    public ushort Commas, Verbs;

    private const int MaxPart = 64;

    /// <summary>Computes the hashes of a form.</summary>
    public static WordInfo Of(ReadOnlySpan<char> form)
    {
        // A word longer than this is an address or noise; its head and tail tell enough.
        if (form.Length > MaxPart) form = form[..MaxPart];
        Span<char> straight = stackalloc char[form.Length];
        Span<char> lower = stackalloc char[form.Length];
        Span<char> shape = stackalloc char[form.Length];
        int shapeLength = 0;
        char previous = '\0';
        int run = 0;
        for (int i = 0; i < form.Length; i++)
        {
            char c = Straighten(form[i]);
            straight[i] = c;
            char s;
            if (char.IsAsciiDigit(c) || char.IsDigit(c))
            {
                lower[i] = '0';
                s = '0';
            }
            else
            {
                char l = char.ToLowerInvariant(c);
                lower[i] = l;
                s = l != c || char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c;
            }
            run = s == previous ? run + 1 : 1;
            previous = s;
            if (run <= 2) shape[shapeLength++] = s;
        }
        ReadOnlySpan<char> low = lower;
        return new WordInfo
        {
            Form = FeatureHash.OfText(straight),
            Lower = FeatureHash.OfText(low),
            Suffix1 = FeatureHash.OfText(Last(low, 1)),
            Suffix2 = FeatureHash.OfText(Last(low, 2)),
            Suffix3 = FeatureHash.OfText(Last(low, 3)),
            Suffix4 = FeatureHash.OfText(Last(low, 4)),
            Prefix1 = FeatureHash.OfText(First(low, 1)),
            Prefix2 = FeatureHash.OfText(First(low, 2)),
            Prefix3 = FeatureHash.OfText(First(low, 3)),
            Shape = FeatureHash.OfText(shape[..shapeLength]),
        };
    }

    /// <summary>Typographic quotes, dashes and spaces as their plain counterparts, so that one outlet's habit is not a feature.</summary>
    public static char Straighten(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' => '-',
        _ => c,
    };

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> s, int n) => s.Length <= n ? s : s[^n..];

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> s, int n) => s.Length <= n ? s : s[..n];
}
