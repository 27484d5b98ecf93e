using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Finds the listed name that a garbled one stands for, by a skeleton that evens out transliterations and a bounded, weighted edit distance.</summary>
internal sealed class GarbledNames
{
    private const int FewestLetters = 6;
    private const int Remembered = 4096;
    private readonly ILookup<(int Words, char First), Candidate> byStart;
    private readonly char[] starts;

    /// <summary>What the thread has looked up: a report writes the same names again and again. Dropped when full; what is found does not depend on it.</summary>
    [ThreadStatic]
    private static Dictionary<string, NameMatch?>? memory;

    [ThreadStatic]
    private static GarbledNames? memoryOf;

    public GarbledNames(IEnumerable<NameEntry> entries)
    {
        byStart = entries
            .Where(e => e.Code is not null && e.Type is (NameType.Person or NameType.Name or NameType.Capital))
            .Select(Candidate.Of).Where(c => c is not null).Select(c => c!).ToLookup(c => (c.Parts.Length, c.Skeletons[0][0]));
        starts = [.. byStart.Select(g => g.Key.First).Distinct().Order()];
    }

    /// <summary>The nearest name within bounds; null when there is none or several different ones are as near.</summary>
    public NameMatch? Find(string words, string[] parts)
    {
        if (parts.Length is 0 or > 4 || !parts.All(p => p.All(char.IsLetter)) || parts.Sum(p => p.Length) < FewestLetters) return null;
        if (!words.Split(' ', '-').Where(w => w.Length > 2).All(w => char.IsUpper(w[0])) || !words.Any(char.IsLower)) return null;
        if (memory is null || memoryOf != this || memory.Count >= Remembered) (memory, memoryOf) = (new Dictionary<string, NameMatch?>(StringComparer.Ordinal), this);
        if (!memory.TryGetValue(words, out NameMatch? known)) memory[words] = known = Nearest(words, parts);
        return known;
    }

    private NameMatch? Nearest(string words, string[] parts)
    {
        string[] skeletons = [.. parts.Select(NameSkeleton.Of)];
        if (skeletons[0].Length == 0) return null;
        double best = 0;
        var nearest = new List<NameEntry>();
        foreach (Candidate c in starts.Where(x => NameSkeleton.MayBeginAlike(skeletons[0], x)).SelectMany(x => byStart[(parts.Length, x)]))
        {
            double similarity = c.Similarity(parts, skeletons);
            if (similarity <= 0 || similarity < best - 1e-9) continue;
            if (similarity > best + 1e-9) nearest.Clear();
            best = similarity;
            nearest.Add(c.Entry);
        }
        if (nearest.Count == 0 || nearest.Select(e => (e.Person?.Id, e.Person is null ? e.Code : null)).Distinct().Skip(1).Any()) return null;
        int end = words.TrimEnd().Length;
        if (end > 2 && words[end - 1] == 's' && words[end - 2] is '\'' or '\u2019') end -= 2;
        int start = words.Length - words.TrimStart().Length;
        return new NameMatch(new TextSpan(start, end), [.. nearest.DistinctBy(e => e.Code + e.Type)], best);
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
        public double Similarity(string[] parts, string[] skeletons)
        {
            // One word alone is weak evidence: half the surnames of the world are a letter apart. Two that both come near are strong.
            bool alone = Parts.Count(p => p.Length > 2) < 2;
            double cost = 0;
            int edits = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                string mine = Parts[i];
                int letters = Math.Min(mine.Length, parts[i].Length);
                if (mine == parts[i]) continue;
                if (!NameSkeleton.MayBeginAlike(skeletons[i], Skeletons[i])) return 0;
                bool telling = Entry.Type == NameType.Person && NameSkeleton.EndAlike(parts[i], mine);
                (double most, int mostEdits) = alone ? Alone(letters, telling, Entry.Type == NameType.Person) : Together(letters);
                if (most < 0 || Math.Abs(mine.Length - parts[i].Length) > mostEdits) return 0;
                double distance = NameSkeleton.Distance(skeletons[i], Skeletons[i], most);
                if (distance > most) return 0;
                int changed = NameSkeleton.Edits(parts[i], mine);
                if (changed > mostEdits) return 0;
                cost += distance;
                edits += changed;
            }
            return Math.Clamp(1 - (((0.7 * cost) + (0.3 * edits)) / Letters), 0.01, 0.99);
        }

        /// <summary>Bounds of distance and of changed letters for a word that stands alone; wider where both words have an ending of transliterated surnames.</summary>
        private static (double Distance, int Edits) Alone(int letters, bool telling, bool person) => letters switch
        {
            < 6 => (-1, 0),
            < 8 => telling ? (0.4, 3) : (-1, 0),
            < 10 => telling ? (0.7, 4) : person ? (-1, 0) : (0, 2),
            < 13 => telling ? (1.1, 5) : (0.35, 2),
            _ => (1.4, 5),
        };

        /// <summary>Bounds for a word beside another that comes near too.</summary>
        private static (double Distance, int Edits) Together(int letters) => letters switch
        {
            < 4 => (0, 0),
            < 8 => (0.4, 3),
            < 10 => (0.7, 4),
            < 13 => (1.1, 5),
            _ => (2, 6),
        };
    }
}
