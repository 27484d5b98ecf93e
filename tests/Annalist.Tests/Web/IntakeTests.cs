using System.Net;
using System.Text;
using System.Text.Json;
using Annalist.Store;

namespace Annalist.Tests.Web;

/// <summary>What is pasted or dropped on the first page.</summary>
public sealed class IntakeTests
{
    private const string Text = "The ministers of Kazakhstan and Poland met in Warsaw on 12 May 2020. They signed a declaration on trade.";
    private const string Other = "The parliament of Poland rejected the treaty on 14 May 2020. The speaker said that the debate was over.";

    [Fact]
    public async Task A_pasted_text_becomes_a_report_and_the_same_paste_again_is_the_same_report()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string first = Where(await desk.PostAsync("/read", ("text", Text)));
        int findings = desk.Look(s => s.Count(new FindingFilter()));
        Assert.True(findings > 0);
        // Forms write line ends as CR LF; blanks around are nobody's words.
        Assert.Equal(first, Where(await desk.PostAsync("/read", ("text", Text))));
        Assert.Single(desk.Labels());
        Assert.Equal(findings, desk.Look(s => s.Count(new FindingFilter())));
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync(first)).StatusCode);
    }

    [Fact]
    public async Task Another_paste_is_another_report_with_a_page_of_its_own()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string first = Where(await desk.PostAsync("/read", ("text", Text))), second = Where(await desk.PostAsync("/read", ("text", Other)));
        Assert.Equal(2, desk.Labels().Length);
        Assert.NotEqual(first, second);
        Assert.Contains("declaration", await desk.Client.GetStringAsync(first), StringComparison.Ordinal);
        Assert.Contains("rejected", await desk.Client.GetStringAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_are_read_a_report_each_and_a_broken_line_is_named()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage answer = await desk.PostAsync("/read", ("text", Line("one", Text) + "\n{\"text\": broken\n" + Line("two", Other)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        string detail = problem.RootElement.GetProperty("detail").GetString()!;
        Assert.Contains("the pasted text, line 2", detail, StringComparison.Ordinal);
        Assert.Contains("2 other reports were read", detail, StringComparison.Ordinal);
        Assert.Contains("Mend the line", problem.RootElement.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal(["one", "two"], desk.Labels());
        Assert.Equal("/reports", Where(await desk.PostAsync("/read", ("text", Line("one", Text) + "\n" + Line("two", Other)))));
        Assert.Equal(["one", "two"], desk.Labels());
    }

    [Theory]
    [InlineData("two.json")]
    [InlineData("two.txt")]
    [InlineData(null)]
    public async Task An_array_of_reports_is_read_a_report_each_whatever_the_file_is_called(string? name)
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string array = "[\n  " + Line("one", Text) + ",\n  " + Line("two", Other) + "\n]\n";
        Assert.Equal("/reports", Where(name is null ? await desk.PostAsync("/read", ("text", array)) : await desk.DropAsync((name, Utf8(array)))));
        Assert.Equal(["one", "two"], desk.Labels());
    }

    [Fact]
    public async Task One_report_of_json_over_several_lines_is_read_and_keeps_its_id()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = "stdin-notes", ["text"] = Text }, Indented)));
        Assert.Equal(["stdin-notes"], desk.Labels());
    }

    [Fact]
    public async Task A_text_that_begins_with_a_bracket_is_text()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", "[Photo: the hall in Warsaw]\n\n" + Text));
        Assert.Equal(["pasted"], desk.Labels());
    }

    [Theory]
    [InlineData("https://example.org/news/1", "nothing is fetched")]
    [InlineData(" www.example.org ", "nothing is fetched")]
    [InlineData("<!doctype html><html><body><p>They met.</p></body></html>", "HTML page")]
    [InlineData(" \n\t ", "empty")]
    [InlineData("", "nothing was given")]
    [InlineData("{\"title\": \"no text\"}", "has no")]
    public async Task What_is_no_report_is_refused_with_a_remedy(string text, string reason)
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage answer = await desk.PostAsync("/read", ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Nothing was read", problem.RootElement.GetProperty("title").GetString());
        Assert.Contains(reason, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.RootElement.GetProperty("remedy").GetString()!);
        Assert.Empty(desk.Labels());
    }

    [Fact]
    public async Task Files_are_read_several_at_once_and_those_that_are_none_are_named()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage answer = await desk.DropAsync(("first.txt", Utf8(Text)), ("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0]), ("empty.txt", []), ("second.txt", Utf8(Other)), ("zeros.bin", new byte[40]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string detail = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!;
        Assert.Contains("picture.png: it is a picture", detail, StringComparison.Ordinal);
        Assert.Contains("empty.txt: it is empty", detail, StringComparison.Ordinal);
        Assert.Contains("zeros.bin: it holds zero bytes", detail, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], desk.Labels());
        Assert.Equal("/reports", Where(await desk.DropAsync(("first.txt", Utf8(Text)), ("second.txt", Utf8(Other)))));
        Assert.Equal(["first", "second"], desk.Labels());
    }

    [Theory]
    [InlineData("C:\\Users\\me\\news.txt", "news")]
    [InlineData("../../etc/news.txt", "news")]
    [InlineData("a b+c.v2.txt", "a b+c.v2")]
    [InlineData(".txt", "dropped")]
    public async Task A_dropped_file_gives_its_name_without_its_folders_to_its_report(string name, string label)
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string where = Where(await desk.DropAsync((name, Utf8(Text))));
        Assert.Equal([label], desk.Labels());
        Assert.Equal("/reports/" + Uri.EscapeDataString(label), where);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync(where)).StatusCode);
    }

    [Fact]
    public async Task Two_files_of_one_name_and_different_texts_are_both_kept()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.DropAsync(("one/news.txt", Utf8(Text)), ("two/news.txt", Utf8(Other)));
        Assert.Equal(2, desk.Look(s => s.Reports(new FindingFilter()).Select(r => r.Report.Hash).Distinct().Count()));
        Assert.Equal(2, desk.Labels().Distinct().Count());
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string Line(string id, string text) => JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id, ["text"] = text });

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Where(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
