using System.Globalization;
using System.Text.Json.Nodes;
using Annalist.Model;
using Microsoft.Playwright;

namespace Annalist.Walk;

/// <summary>Hands on the keyboard: every press is counted under what it was for.</summary>
internal sealed class Reviewer(IPage page, GoldDecisions gold, bool show)
{
    private readonly Dictionary<string, (int Items, int Keys)> counts = new(StringComparer.Ordinal);
    private readonly List<string> failed = [];
    private static readonly IReadOnlyList<string> Types = Codes.All<EventType>();
    private static readonly IReadOnlyList<string> Statuses = Codes.All<EventStatus>();
    // The beginning of a relation must not be that of a type either.
    private static readonly IReadOnlyList<string> Relations = [.. Codes.All<Relation>(), .. Codes.All<EventType>()];
    private int keys;

    /// <summary>From the first page to the marked report.</summary>
    public async Task PasteAsync(string text)
    {
        await page.GotoAsync("/");
        // The clipboard's key: the browser is given what it would paste.
        keys++;
        await page.EvaluateAsync("text => { const data = new DataTransfer(); data.setData('text/plain', text); document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", text);
        await PressAndGo("Control+Enter");
        await page.WaitForSelectorAsync(".read .body p:not(.noise)");
        await PressAndGo("v");
        Count("to begin", 1);
    }

    /// <summary>Every finding judged, in the order of the text.</summary>
    public async Task ReviewAsync()
    {
        while (await page.QuerySelectorAsync("form.judge[data-finding]") is { } form)
        {
            string id = (await form.GetAttributeAsync("data-finding"))!;
            JsonObject finding = await Api($"/api/findings/{id}");
            (Decision decision, JsonObject? wanted) = gold.On(finding);
            switch (decision)
            {
                case Decision.Reject:
                    await PressAndGo("r");
                    Count("wrong, rejected", 1);
                    break;
                case Decision.Mend:
                    await Mend(finding, wanted!);
                    Count("right but for some fields, mended", 1);
                    break;
                default:
                    await PressAndGo("a");
                    Count(decision == Decision.Pass ? "of kinds without gold, accepted" : "right, accepted", 1);
                    break;
            }
        }
    }

    /// <summary>What the gold has and nobody found, in one line each.</summary>
    public async Task AddMissingAsync()
    {
        string report = (await page.GetAttributeAsync(".review", "data-report"))!;
        List<(int Number, string Text)> sentences = [];
        foreach (IElementHandle s in await page.QuerySelectorAllAsync(".s[data-s]")) sentences.Add((int.Parse((await s.GetAttributeAsync("data-s"))!, CultureInfo.InvariantCulture), await s.EvaluateAsync<string>("e => [...e.childNodes].filter(n => !n.classList?.contains('number')).map(n => n.textContent).join('')")));
        foreach (JsonObject missing in gold.Missing)
        {
            string sentence = GoldDecisions.Text(missing, "sentence") ?? "";
            int number = sentences.FirstOrDefault(s => GoldDecisions.Same(s.Text, sentence)).Number;
            if (number == 0)
            {
                failed.Add("no such sentence: " + sentence);
                continue;
            }
            JsonObject preview = await Api($"/review/preview?report={Uri.EscapeDataString(report)}&line={number}");
            string line = Line(missing, number, [.. preview["parties"]!.AsArray().Select(p => ((string)p!).Split(' ')[0])]);
            JsonObject tried = await Api($"/review/preview?report={Uri.EscapeDataString(report)}&line={Uri.EscapeDataString(line)}");
            if ((string)tried["says"]! == "")
            {
                failed.Add($"{line}: {(string)tried["problem"]!}");
                continue;
            }
            await Press("n");
            await Type(line);
            await PressAndGo("Enter");
            Count("missing, added", 1);
            if (show) Console.WriteLine($"  {line}   {(string)tried["says"]!}");
        }
    }

    public string Summary(TimeSpan marked, TimeSpan all)
    {
        IEnumerable<string> lines = counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key,-36}{c.Value.Items,5} findings {c.Value.Keys,6} keys {c.Value.Keys / (double)c.Value.Items,8:0.0} each"));
        return string.Join('\n', lines.Prepend(string.Create(CultureInfo.InvariantCulture, $"pasted to marked {marked.TotalSeconds:0.0} s; whole walk {all.TotalSeconds:0.0} s without a person's thought; {counts.Values.Sum(c => c.Keys)} keys"))
            .Concat(failed.Select(f => "not added: " + f)));
    }

    /// <summary>What the desk promises: at most three keys a finding that was right, fifteen one that was missing.</summary>
    public bool Holds => failed.Count == 0 && Mean("right, accepted") <= 3 && Mean("missing, added") <= 15;

    private double Mean(string what) => counts.TryGetValue(what, out (int Items, int Keys) c) ? c.Keys / (double)c.Items : 0;

    private async Task Mend(JsonObject finding, JsonObject wanted)
    {
        string kind = (string)finding["kind"]!;
        await Press("e");
        foreach ((string field, string value) in GoldDecisions.Wrong(kind, wanted, finding))
        {
            // Tab by tab, as hands without a mouse go.
            for (int i = 0; i < 40 && await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('name') ?? ''") != "f." + field; i++) await Press("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.tagName") == "SELECT")
            {
                string before = "";
                foreach (char letter in value.Replace('_', ' '))
                {
                    if (await page.EvaluateAsync<string>("() => document.activeElement.value") == value || before == value) break;
                    await Press(letter == ' ' ? "Space" : letter.ToString());
                    before = await page.EvaluateAsync<string>("() => document.activeElement.value");
                }
            }
            else
            {
                // Tab selects what stands in a field; the first letter replaces it.
                if (value.Length == 0) await Press("Delete");
                else await Type(value);
            }
        }
        // Escape closes a list of completions, then leaves the field; the key for saving saves.
        while (await page.EvaluateAsync<string>("() => document.activeElement.tagName") != "BODY") await Press("Escape");
        await PressAndGo("s");
    }

    // The shortest line that says it: as few letters of each word as tell it from the others, parties by number where the sentence has them.
    private static string Line(JsonObject g, int number, List<string> parties)
    {
        string Party(string code) => parties.IndexOf(code) is >= 0 and var i ? (i + 1).ToString(CultureInfo.InvariantCulture) : code;
        string Parties(string side) => string.Join(',', g[side]?.AsArray().Select(p => Party(p is JsonObject o ? (string)o["code"]! : (string)p!)).Distinct() ?? []);
        switch ((string)g["kind"]!)
        {
            case "event":
                string to = Parties("recipients"), status = GoldDecisions.Text(g, "status") ?? "occurred";
                return $"{number}{Begun((string)g["type"]!, Types)}{Parties("actors")}{(to.Length > 0 ? ">" + to : "")}{(status == "occurred" ? "" : " " + Begun(status, Statuses))}";
            case "statement":
                return $"{number}say{Party(GoldDecisions.Text(g, "speaker_code") ?? "UNK")}";
            case "tie":
                string other = GoldDecisions.Text(g, "object")!;
                bool named = other.Any(c => char.IsLower(c) || c == ' ');
                return $"{number}{Begun(GoldDecisions.Text(g, "relation")!, Relations)}{Party(GoldDecisions.Text(g, "subject")!)}{(named ? $" \"{other}\"" : ">" + Party(other))}";
            default:
                return string.Create(CultureInfo.InvariantCulture, $"{number}fig{Parties("actors")} {(double)g["value"]!} {GoldDecisions.Text(g, "unit")}").TrimEnd();
        }
    }

    // As few letters as tell it from the others; what adds kinds of findings is spelled with three.
    private static string Begun(string word, IReadOnlyList<string> all)
    {
        for (int n = 2; n < word.Length; n++)
        {
            if (all.Count(w => w.StartsWith(word[..n], StringComparison.OrdinalIgnoreCase)) == 1) return word[..n].ToLowerInvariant();
        }
        return word.ToLowerInvariant();
    }

    private async Task Type(string text)
    {
        keys += text.Length;
        await page.Keyboard.TypeAsync(text);
    }

    private async Task Press(string key)
    {
        keys++;
        await page.Keyboard.PressAsync(key);
    }

    private async Task PressAndGo(string key)
    {
        keys++;
        await page.EvaluateAsync("() => { window.before = true; }");
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        if (await page.QuerySelectorAsync("main.narrow") is not null)
        {
            failed.Add("refused: " + (await page.InnerTextAsync("main")).ReplaceLineEndings(" "));
            await page.GoBackAsync();
            await page.EvaluateAsync("() => document.activeElement.blur()");
            await PressAndGo("r");
        }
    }

    private void Count(string what, int items)
    {
        (int n, int k) = counts.GetValueOrDefault(what);
        counts[what] = (n + items, k + keys);
        keys = 0;
    }

    private async Task<JsonObject> Api(string address)
    {
        IAPIResponse answer = await page.APIRequest.GetAsync(address);
        return JsonNode.Parse(await answer.TextAsync())!.AsObject();
    }
}
