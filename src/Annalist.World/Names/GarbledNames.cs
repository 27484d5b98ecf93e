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
            .Select(Candidate.Of).Where(c => c is not null).Select(c => c!).ToLookup(c => (c.Parts.Length, c.Skeletons[0][0]));
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
        bool[] ordinary = [.. parts.Select(isOrdinary)];
        if (ordinary.All(o => o)) return null;
        string[][] skeletons = [.. parts.Select(NameSkeleton.Readings)];
        if (skeletons[0][0].Length == 0) return null;
        double best = 0;
        var nearest = new List<NameEntry>();
        foreach (Candidate c in starts.Where(x => skeletons[0].Any(r => NameSkeleton.MayBeginAlike(r, x))).SelectMany(x => byStart[(parts.Length, x)]))
        {
            double similarity = c.Similarity(parts, skeletons, ordinary);
            if (similarity <= 0 || similarity < best - 1e-9) continue;
            if (similarity > best + 1e-9) nearest.Clear();
            best = similarity;
            nearest.Add(c.Entry);
        }
        // Several people of one state are told apart by office and day, as for a listed surname.
        if (nearest.Count == 0 || nearest.Select(e => e.Code).Distinct().Skip(1).Any()) return null;
        return new NameMatch(Bare(words), [.. nearest.DistinctBy(e => e.Code + e.Type + e.Person?.Id)], best);
    }

    /// <summary>Where the name stands in the words, without a possessive ending.</summary>
    internal static TextSpan Bare(string words)
    {
        int end = words.TrimEnd().Length;
        if (end > 2 && words[end - 1] == 's' && words[end - 2] is '\'' or '\u2019') end -= 2;
        int start = words.Length - words.TrimStart().Length;
        return new TextSpan(start, end);
    }

    private sealed record Candidate(NameEntry Entry, string[] Parts, string[] Skeletons, int Letters)
    {
        public static Candidate? Of(NameEntry entry)
        {
            string[] parts = TextFold.Whole(entry.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 4 || !parts.All(p => p.All(char.IsAsciiLetter))) return null;
            int letters = parts.Sum(p => p.Length);
            int fewest = entry.Type == NameType.Person ? FewestLetters - 1 : FewestLetters;
            return letters < fewest ? null : new Candidate(entry, parts, [.. parts.Select(NameSkeleton.Of)], letters);
        }

        /// <summary>1 for the same name, 0 when it is out of bounds.</summary>
        public double Similarity(string[] parts, string[][] skeletons, bool[] ordinary)
        {
            // One word alone is weak evidence: half the surnames of the world are a letter apart. Two that both come near are strong.
            bool alone = Parts.Count(p => p.Length > 2) < 2;
            double cost = 0;
            int edits = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                string mine = Parts[i];
                if (mine == parts[i]) continue;
                if (ordinary[i]) return 0;
                double distance = Distance(parts[i], mine, skeletons[i], Skeletons[i], alone, out int changed);
                if (distance < 0) return 0;
                cost += distance;
                edits += changed;
            }
            return Math.Clamp(1 - (((0.7 * cost) + (0.3 * edits)) / Letters), 0.01, 0.99);
        }

        /// <summary>How far the words are apart; below 0 when they are no garbles of each other.</summary>
        private double Distance(string part, string mine, string[] readings, string skeleton, bool alone, out int changed)
        {
            changed = 0;
            int letters = Math.Min(mine.Length, part.Length);
            bool person = Entry.Type == NameType.Person;
            if (!readings.Any(r => NameSkeleton.MayBeginAlike(r, skeleton)) || AreCouple(part, mine)) return -1;
            bool telling = person && NameSkeleton.EndAlike(part, mine);
            (double most, int mostEdits) = alone ? Alone(letters, telling, person) : Together(letters);
            double distance = readings.Min(r => NameSkeleton.Distance(r, skeleton, Math.Max(most, 0)));
            // The same sounds; those that only one way of reading gives are told by longer words.
            if (distance == 0 && letters >= (!alone ? 3 : (person ? 7 : 6) + (telling || readings[0] == skeleton ? 0 : 1))) return 0;
            if (letters >= 6 + (alone ? 1 : 0) && (NameSkeleton.IsSwap(part, mine) || NameSkeleton.IsMisread(part, mine))) return 0.35;
            if (letters >= (alone ? 10 : 7) && NameSkeleton.IsSlip(part, mine)) return 0.6;
            if (most < 0 || distance > most || Math.Abs(mine.Length - part.Length) > mostEdits) return -1;
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
