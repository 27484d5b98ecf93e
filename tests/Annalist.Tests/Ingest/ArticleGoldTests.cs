using System.Text.Json;
using System.Text.RegularExpressions;
using Annalist.Ingest;

namespace Annalist.Tests.Ingest;

public sealed partial class ArticleGoldTests
{
    [SharedFact]
    public void On_the_gold_reports_nineteen_of_twenty_parts_of_the_article_are_right()
    {
        var extractor = new ArticleExtractor();
        int right = 0, asked = 0;
        var misses = new List<string>();
        var reports = DocumentReader.Read([Path.Combine(Shared.Folder, "reports")]).OfType<SourceDocument>().ToDictionary(d => d.Label.Split('_')[0], extractor.Extract);
        foreach (string file in Directory.GetFiles(Path.Combine(Shared.Folder, "gold", "dev"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (string line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                var gold = json.RootElement;
                if (gold.GetProperty("kind").GetString() != "report") continue;
                string id = gold.GetProperty("report").GetString()!;
                var run = reports[id];
                string text = Fold(run.Text);
                void Check(bool ok, string what)
                {
                    asked++;
                    if (ok) right++;
                    else misses.Add(id + " " + what);
                }
                Check(Fold(run.Title ?? "") == Fold(gold.GetProperty("title").GetString()!), "title");
                Check(run.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == gold.GetProperty("published").GetString(), "published");
                Check(text.Contains(Fold(gold.GetProperty("body_first").GetString()!), StringComparison.Ordinal), "first");
                Check(text.Contains(Fold(gold.GetProperty("body_last").GetString()!), StringComparison.Ordinal), "last");
                foreach (var noise in gold.GetProperty("noise").EnumerateArray().Select(n => Fold(n.GetString()!)).Where(n => n.Contains(' ', StringComparison.Ordinal)))
                    Check(!text.Contains(noise, StringComparison.Ordinal), noise);
                Check(run.Cites.ToHashSet().SetEquals(gold.GetProperty("cites").EnumerateArray().Select(c => c.GetString()!)), "cites");
            }
        }
        Assert.True(asked > 0 && right >= 0.95 * asked, $"{right} of {asked}: {string.Join("; ", misses)}");
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    private static string Fold(string text) => Blanks().Replace(text.Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('‘', '\'').Replace('–', '-').Replace('—', '-'), " ").Trim();
}
