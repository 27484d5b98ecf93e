using System.Text;
using System.Text.RegularExpressions;
using Annalist.Ingest;

namespace Annalist.Web;

/// <summary>What was pasted or dropped, as documents.</summary>
internal static partial class Intake
{
    /// <summary>Why it is not taken although it is text; null when it may be.</summary>
    public static RejectedInput? Refusal(byte[] bytes, string? name)
    {
        string uri = name ?? "the pasted text";
        if (bytes.Length == 0 || bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return new RejectedInput(uri, null, "it is empty", "paste the text of a report, or drop a file with it");
        if (bytes.Length <= 4096 && Address().IsMatch(Encoding.UTF8.GetString(bytes).Trim()))
        {
            return new RejectedInput(uri, null, "it is an address, and nothing is fetched yet", "open the page, select the report's text and paste that");
        }
        return null;
    }

    /// <summary>The documents, lazily; each is told to the caller before it is handed on.</summary>
    public static IEnumerable<ReadResult> Documents(byte[] bytes, string? name, Action<SourceDocument, int> told)
    {
        int number = 0;
        string label = name is null ? "pasted" : Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
        if (string.IsNullOrWhiteSpace(label)) label = "dropped";
        string shown = name ?? "the pasted text";
        foreach (ReadResult result in DocumentReader.Read(bytes, shown, label, Path.GetExtension(name)))
        {
            if (result is SourceDocument d)
            {
                // A paste has no address.
                SourceDocument document = d.Uri == shown ? d with { Uri = name } : d;
                told(document, number++);
                yield return document;
            }
            else
            {
                yield return result;
            }
        }
    }

    [GeneratedRegex(@"\A(https?://|www\.)\S+\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
