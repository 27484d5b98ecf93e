using System.Text.Json;
using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

/// <summary>The phrases of <c>dates.jsonl</c>: each in a sentence of raw text, with the report's day and the days that it means.</summary>
public sealed class DateSpecificationTests
{
    private static readonly DateFinder Finder = new(DateWords.Load(Trees.Codebook));

    [Fact]
    public void Every_phrase_of_the_specification_means_its_days()
    {
        string[] lines = File.ReadAllLines(Path.Combine(House.Repo.Root, "tests", "Annalist.Tests", "Coding", "Dates", "dates.jsonl"));
        Assert.True(lines.Length >= 200);
        string[] wrong = [.. lines.Select(Wrong).OfType<string>()];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>What is wrong about a line; null when it holds.</summary>
    private static string? Wrong(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        string text = row.GetProperty("text").GetString()!, phrase = row.GetProperty("phrase").GetString()!;
        string? days = row.GetProperty("range").GetString();
        DateOnly? published = row.GetProperty("published").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
        int at = text.LastIndexOf(phrase, StringComparison.Ordinal);
        DateMention[] found = [.. Finder.Find(Trees.Passage(published, Analyzer.Default.Analyze(text), text: text)).Where(d => d.Span.Start < at + phrase.Length && d.Span.End > at)];
        bool holds = found is [{ } date] && date.Range?.ToString() == days
            && (!row.TryGetProperty("kind", out JsonElement kind) || date.Kind.ToString().Equals(kind.GetString(), StringComparison.OrdinalIgnoreCase))
            && (!row.TryGetProperty("basis", out JsonElement basis) || date.Basis.ToString().Equals(basis.GetString(), StringComparison.OrdinalIgnoreCase));
        return holds ? null : $"{text} [{phrase}] wants {days ?? "no days"}, has {string.Join(" | ", found.Select(d => $"{d.Text} = {d.Range?.ToString() ?? "no days"} {d.Kind} {d.Basis}"))}";
    }
}
