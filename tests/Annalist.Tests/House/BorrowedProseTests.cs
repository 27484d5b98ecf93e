using System.IO.Compression;
using System.Text.Json;

namespace Annalist.Tests.House;

/// <summary>No run of eight words of the measuring texts stands in the project's own prose.</summary>
public sealed class BorrowedProseTests
{
    private const int Run = 8;

    [SharedFact]
    public void No_eight_words_in_a_row_come_from_the_measuring_texts()
    {
        HashSet<ulong> theirs = Theirs();
        Assert.True(theirs.Count > 100_000, "the measuring texts were not read");
        var found = new List<string>();
        string[] prose = [.. Repo.Files("*.md"), .. Repo.Files("*.txt", "data/samples"), .. Repo.Files("*.json", "data/codebook", "data/ingest"), .. Repo.Files("*.tsv", "data/codebook", "data/ingest", "tests"), .. Repo.Files("*.jsonl"), .. Repo.Files("*.txt", "tests"), .. Repo.Files("*.cs", "tests")];
        foreach (string file in prose.Distinct(StringComparer.Ordinal))
        {
            List<string> words = Words(File.ReadAllText(file));
            for (int i = 0; i + Run <= words.Count; i++)
            {
                // Digits and single letters in a row are tables, not prose.
                if (words.Skip(i).Take(Run).Count(w => w.Length > 1 && !char.IsDigit(w[0])) < 6) continue;
                if (theirs.Contains(Hash(words, i))) found.Add($"{Path.GetRelativePath(Repo.Root, file)}: {string.Join(' ', words.Skip(i).Take(Run))}");
            }
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    [Fact]
    public void A_run_is_found_whatever_its_case_and_punctuation()
    {
        List<string> a = Words("The two ministers met in Vienna, on a Tuesday."), b = Words("\"the TWO ministers met - in Vienna on a Tuesday\"");
        Assert.Equal(Hash(a, 0), Hash(b, 0));
        Assert.NotEqual(Hash(a, 0), Hash(a, 1));
    }

    private static HashSet<ulong> Theirs()
    {
        var runs = new HashSet<ulong>();
        void Add(string? text)
        {
            if (text is null) return;
            List<string> words = Words(text);
            for (int i = 0; i + Run <= words.Count; i++) runs.Add(Hash(words, i));
        }
        foreach (string f in Directory.EnumerateFiles(Path.Combine(Shared.Folder, "reports"), "*.txt")) Add(File.ReadAllText(f));
        foreach (string f in Directory.EnumerateFiles(Path.Combine(Shared.Folder, "gold"), "*.jsonl", SearchOption.AllDirectories)) AddValues(f, Add, "sentence", "content");
        foreach (string name in new[] { "plover_dev.jsonl", "quotes_dev.jsonl" }) AddValues(Path.Combine(Shared.Folder, "sets", name), Add, "text");
        foreach (string f in Directory.EnumerateFiles(Path.Combine(Shared.Folder, "sets", "html_dev"), "*.jsonl")) AddValues(f, Add, "body");
        return runs;
    }

    private static void AddValues(string file, Action<string?> add, params string[] keys)
    {
        foreach (string line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            using JsonDocument d = JsonDocument.Parse(line);
            foreach (string key in keys)
            {
                if (d.RootElement.TryGetProperty(key, out JsonElement v) && v.ValueKind == JsonValueKind.String) add(v.GetString());
            }
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            words.Add(text[start..i].ToLowerInvariant());
            start = -1;
        }
        return words;
    }

    private static ulong Hash(List<string> words, int start)
    {
        ulong h = 14695981039346656037;
        for (int i = start; i < start + Run; i++)
        {
            foreach (char c in words[i]) h = (h ^ c) * 1099511628211;
            h = (h ^ ' ') * 1099511628211;
        }
        return h;
    }
}
