using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Finds the listed name that a garbled one stands for, by a skeleton that evens out transliterations and a bounded, weighted edit distance.</summary>
internal sealed class GarbledNames
{
    private const int FewestLetters = 6;
    private const int FewestJoined = 8;
    private readonly ILookup<(int Words, char First), Candidate> byStart;
    private readonly char[] starts;
    private readonly Dictionary<string, List<NameEntry>> joined = new(StringComparer.Ordinal);

    public GarbledNames(IReadOnlyList<NameEntry> entries)
    {
        foreach (NameEntry e in entries.Where(e => e.Code is not null && e.Type is NameType.Person or NameType.Name))
        {
            string key = Joined(TextFold.Whole(e.Name));
            if (key.Length < FewestJoined || !key.All(char.IsAsciiLetter)) continue;
            if (!joined.TryGetValue(key, out List<NameEntry>? list)) joined[key] = list = [];
            list.Add(e);
        }
        byStart = entries
            .Where(e => e.Code is not null && e.Type is (NameType.Person or NameType.Name or NameType.Capital))
            .Select(Candidate.Of).Where(c => c is not null).Select(c => c!).ToLookup(c => (c.Words, c.First));
        starts = [.. byStart.Select(g => g.Key.First).Distinct().Order()];
    }

    /// <summary>The nearest name within bounds; null when there is none or several different ones are as near.</summary>
    /// <param name="words">The words as they stand in the text.</param>
    /// <param name="parts">The same, folded and in lower case.</param>
    /// <param name="isOrdinary">Says of a part whether it is an ordinary word or given name: such a part is never garbled.</param>
    public NameMatch? Find(string words, string[] parts, Func<string, bool> isOrdinary)
    {
        if (parts.Length is 0 or > 4 || !parts.All(p => p.All(char.IsLetter)) || parts.Sum(p => p.Length) < FewestLetters) return null;
        if (!words.Split(' ', '-').Where(w => w.Length > 2).All(w => char.IsUpper(w[0])) || !words.Any(char.IsLower)) return null;
        return Nearest(words, parts, isOrdinary);
    }

    /// <summary>The name that the words give when the gaps between them are left out, or put elsewhere ("Saudi Arabia" for "SaudiArabia"); null when there is none.</summary>
    public NameMatch? FindJoined(string words, string key) =>
        joined.TryGetValue(Joined(key), out List<NameEntry>? list) && list.Select(e => e.Code).Distinct().Count() == 1 ? new NameMatch(Bare(words), [.. list.DistinctBy(e => e.Code + e.Type + e.Person?.Id)], 0.9) : null;

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private NameMatch? Nearest(string words, string[] parts, Func<string, bool> isOrdinary)
    {
        var asked = new Asked(parts, [.. parts.Select(isOrdinary)], [.. parts.Select(NameSkeleton.Readings)], [.. parts.Select(NameSkeleton.EndingsOf)]);
        if (asked.Ordinary.All(o => o) || asked.Readings[0][0].Length == 0) return null;
        double best = 0;
        var nearest = new List<NameEntry>();
        foreach (char start in starts)
        {
            if (!MayBeginAlike(asked.Readings[0], start)) continue;
            foreach (Candidate c in byStart[(parts.Length, start)])
            {
                double similarity = c.Similarity(asked);
                if (similarity <= 0 || similarity < best - 1e-9) continue;
                if (similarity > best + 1e-9) nearest.Clear();
                best = similarity;
                nearest.Add(c.Entry);
            }
        }
        // Several people of one state are told apart by office and day, as for a listed surname.
        if (nearest.Count == 0 || nearest.Select(e => e.Code).Distinct().Skip(1).Any()) return null;
        return new NameMatch(Bare(words), [.. nearest.DistinctBy(e => e.Code + e.Type + e.Person?.Id)], best);
    }

    private static bool MayBeginAlike(string[] readings, char sound)
    {
        foreach (string r in readings)
        {
            if (NameSkeleton.MayBeginAlike(r, sound)) return true;
        }
        return false;
    }

    /// <summary>Where the name stands in the words, without a possessive ending.</summary>
    internal static TextSpan Bare(string words)
    {
        int end = words.TrimEnd().Length;
        if (end > 2 && words[end - 1] == 's' && words[end - 2] is '\'' or '\u2019') end -= 2;
        int start = words.Length - words.TrimStart().Length;
        return new TextSpan(start, end);
    }

    /// <summary>What is looked up.</summary>
    /// <param name="Parts">Its words, folded.</param>
    /// <param name="Ordinary">Which of them are ordinary words: never garbled.</param>
    /// <param name="Readings">Skeletons of each word.</param>
    /// <param name="Endings">Endings of transliterated surnames of each word, see <see cref="NameSkeleton.EndingsOf"/>.</param>
    private sealed record Asked(string[] Parts, bool[] Ordinary, string[][] Readings, int[] Endings);

    private sealed class Candidate
    {
        private readonly string[] parts, skeletons;
        private readonly int[] endings;
        private readonly int letters;
        private readonly bool person;

        /// <summary>One word alone is weak evidence: half the surnames of the world are a letter apart. Two that both come near are strong.</summary>
        private readonly bool alone;

        private Candidate(NameEntry entry, string[] parts, int letters)
        {
            Entry = entry;
            this.parts = parts;
            this.letters = letters;
            skeletons = [.. parts.Select(NameSkeleton.Of)];
            endings = [.. parts.Select(NameSkeleton.EndingsOf)];
            person = entry.Type == NameType.Person;
            alone = parts.Count(p => p.Length > 2) < 2;
        }

        /// <summary>The name of the packs.</summary>
        public NameEntry Entry { get; }

        /// <summary>Number of its words.</summary>
        public int Words => parts.Length;

        /// <summary>The first sound of its skeleton.</summary>
        public char First => skeletons[0][0];

        /// <summary>A candidate; null for a name that is too long, too short or not of letters.</summary>
        public static Candidate? Of(NameEntry entry)
        {
            string[] parts = TextFold.Whole(entry.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 4 || !parts.All(p => p.All(char.IsAsciiLetter))) return null;
            int letters = parts.Sum(p => p.Length);
            int fewest = entry.Type == NameType.Person ? FewestLetters - 1 : FewestLetters;
            return letters < fewest ? null : new Candidate(entry, parts, letters);
        }

        /// <summary>1 for the same name, 0 when it is out of bounds.</summary>
        public double Similarity(Asked asked)
        {
            double cost = 0;
            int edits = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i] == asked.Parts[i]) continue;
                if (asked.Ordinary[i]) return 0;
                double distance = Distance(asked, i, out int changed);
                if (distance < 0) return 0;
                cost += distance;
                edits += changed;
            }
            return Math.Clamp(1 - (((0.7 * cost) + (0.3 * edits)) / letters), 0.01, 0.99);
        }

        /// <summary>How far the words at a place are apart; below 0 when they are no garbles of each other.</summary>
        private double Distance(Asked asked, int at, out int changed)
        {
            changed = 0;
            string part = asked.Parts[at], mine = parts[at], skeleton = skeletons[at];
            string[] readings = asked.Readings[at];
            if (skeleton.Length == 0 || !MayBeginAlike(readings, skeleton[0]) || AreCouple(part, mine)) return -1;
            int shorter = Math.Min(mine.Length, part.Length);
            bool telling = person && (endings[at] & asked.Endings[at]) != 0;
            (double most, int mostEdits) = alone ? Alone(shorter, telling, person) : Together(shorter);
            // The same sounds; those that only one way of reading gives are told by longer words.
            bool same = readings[0] == skeleton || (readings.Length > 1 && readings[1] == skeleton);
            if (same && shorter >= (!alone ? 3 : (person ? 7 : 6) + (telling || readings[0] == skeleton ? 0 : 1))) return 0;
            if (shorter >= 6 + (alone ? 1 : 0) && (NameSkeleton.IsSwap(part, mine) || NameSkeleton.IsMisread(part, mine))) return 0.35;
            if (shorter >= (alone ? 10 : 7) && NameSkeleton.IsSlip(part, mine)) return 0.6;
            if (most < 0 || Math.Abs(mine.Length - part.Length) > mostEdits) return -1;
            double distance = double.MaxValue;
            foreach (string r in readings) distance = Math.Min(distance, NameSkeleton.Distance(r, skeleton, most));
            if (distance > most) return -1;
            changed = NameSkeleton.Edits(part, mine);
            return changed > mostEdits ? -1 : distance;
        }

        /// <summary>True for a man's and a woman's form of one surname ("Ivanov", "Ivanova"): they are two people.</summary>
        private static bool AreCouple(string a, string b) => a.Length != b.Length && Math.Min(a.Length, b.Length) > 3 && a[^1] == 'a' != (b[^1] == 'a') && Math.Abs(a.Length - b.Length) < 3;

        /// <summary>Bounds of distance and of changed letters for a word that stands alone; wider where both words have an ending of transliterated surnames.</summary>
        private static (double Distance, int Edits) Alone(int letters, bool telling, bool person) => letters switch
        {
            < 6 => (-1, 0),
            < 8 => telling ? (0.4, 3) : (-1, 0),
            < 10 => telling ? (0.7, 4) : person ? (-1, 0) : (0.35, 1),
            < 13 => telling ? (1.1, 5) : person ? (0.35, 3) : (0.8, 4),
            _ => (1.4, 5),
        };

        /// <summary>Bounds for a word beside another that comes near too.</summary>
        private static (double Distance, int Edits) Together(int letters) => letters switch
        {
            < 4 => (0, 0),
            < 6 => (0.34, 2),
            < 8 => (0.4, 3),
            < 10 => (0.7, 4),
            < 13 => (1.1, 5),
            _ => (2, 6),
        };
    }
}
