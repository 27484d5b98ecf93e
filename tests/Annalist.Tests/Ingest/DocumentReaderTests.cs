using System.Text;
using Annalist.Ingest;

namespace Annalist.Tests.Ingest;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("annalist-reader").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void A_folder_is_read_in_ordinal_order_without_hidden_files()
    {
        Write("b.txt", "Second.");
        Write("B.txt", "First.");
        Write("sub/a.jsonl", "{\"id\":\"x\",\"text\":\"Third.\"}");
        Write(".hidden.txt", "No.");
        Write("picture.png", "No.");
        Assert.Equal(["First.", "Second.", "Third."], Documents(folder).Select(d => d.Text));
    }

    [Fact]
    public void A_link_to_a_folder_above_is_not_followed()
    {
        Write("sub/a.txt", "Once.");
        Directory.CreateSymbolicLink(Path.Combine(folder, "sub", "up"), folder);
        Assert.Single(Documents(folder));
    }

    [Fact]
    public void A_broken_line_is_named_and_the_others_are_read()
    {
        string file = Write("a.jsonl", "{\"id\":\"one\",\"text\":\" A.\\r\\n\"}\n\n{\"id\":\"two\",\"text\":\n[1]\n{\"id\":\"five\"}\n{\"id\":\"one\",\"text\":\"B.\",\"title\":\"T\",\"date\":\"2021-03-04T05:06:07Z\",\"url\":\"u\"}\n");
        var results = DocumentReader.Read([file]).ToList();
        Assert.Equal([3L, 4L, 5L], results.OfType<RejectedInput>().Select(r => r.Line!.Value));
        Assert.All(results.OfType<RejectedInput>(), r => Assert.True(r.Reason.Length > 0 && r.Uri == file));
        var documents = results.OfType<SourceDocument>().ToList();
        Assert.Equal(["one", "one-2"], documents.Select(d => d.Label));
        Assert.Equal(" A.\r\n", documents[0].Text);
        Assert.True(documents[0].IsArticle);
        Assert.Equal(("T", new DateOnly(2021, 3, 4), "u"), (documents[1].Title, documents[1].Published, documents[1].Uri));
    }

    [Fact]
    public void What_cannot_be_read_is_rejected_with_reason_and_remedy()
    {
        string zip = Path.Combine(folder, "z.txt"), binary = Path.Combine(folder, "n.txt");
        File.WriteAllBytes(zip, [0x50, 0x4B, 3, 4, 0, 0]);
        File.WriteAllBytes(binary, [65, 0, 0, 66, 200, 0, 0]);
        string[] inputs = [Path.Combine(folder, "missing.txt"), Write("e.txt", ""), Write("w.txt", " \n "), zip, binary, Write("h.txt", "<!DOCTYPE html><p>x"), Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName];
        var results = DocumentReader.Read(inputs).Cast<RejectedInput>().ToList();
        Assert.Equal(inputs, results.Select(r => r.Uri));
        Assert.All(results, r => Assert.False(string.IsNullOrEmpty(r.Remedy)));
        Assert.Contains("zip", results[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_rejected()
    {
        string file = Write("long.txt", new string('a', DocumentReader.MostCharacters + 1));
        var rejected = Assert.IsType<RejectedInput>(Assert.Single(DocumentReader.Read([file])));
        Assert.Contains("2000000", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_JSON_lines_or_one_text()
    {
        Assert.Equal(["p", "q"], Input(" \n{\"id\":\"p\",\"text\":\"A.\"}\n{\"id\":\"q\",\"text\":\"B.\"}").Select(d => d.Label));
        var plain = Assert.Single(Input("\n  The ministers met in Vienna."));
        Assert.Equal(("stdin", "-", false), (plain.Label, plain.Uri, plain.IsArticle));
    }

    [Fact]
    public void Endings_fall_from_labels_and_doubled_labels_get_a_suffix()
    {
        string[] files = [Write("1/r.txt", "A."), Write("2/r.txt", "B."), Write("3/r-2.txt", "C.")];
        Assert.Equal(["r", "r-2", "r-2-2"], Documents(files).Select(d => d.Label));
    }

    [Fact]
    public void A_json_file_may_hold_one_document_or_an_array()
    {
        Assert.Equal("One.", Assert.Single(Documents(Write("one.json", "{\n \"id\": 7,\n \"text\": \"One.\"\n}"))).Text);
        Assert.Equal(["A.", "B."], Documents(Write("two.json", "[{\"text\":\"A.\"},{\"text\":\"B.\"}]")).Select(d => d.Text));
    }

    private static List<SourceDocument> Documents(params string[] inputs) => DocumentReader.Read(inputs).Cast<SourceDocument>().ToList();

    private static List<SourceDocument> Input(string text) => DocumentReader.Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(text))).Cast<SourceDocument>().ToList();

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
