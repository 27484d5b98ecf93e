using Annalist.Cli;
using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Tests.Cli;

/// <summary>
/// Stages that need no data: each line of a document that begins with a code and a colon ("AAA: …") is an event of that actor toward BBB on 1 May 2020.
/// It occurred, unless the line has the word "may" (possible) or "no" (denied); "agreed to" gives an agreement and the planned act. A document with the word "crash" in it makes the coder fail.
/// </summary>
internal sealed class LineEngine : Engine
{
    public override string DataVersion => "lines 1";

    public override IEnumerable<ReadResult> Read(IReadOnlyList<string> inputs, Stream input) => DocumentReader.Read(inputs, input);

    public override Report Extract(SourceDocument document) => new()
    {
        Label = document.Label,
        Uri = document.Uri,
        Hash = Fingerprint.Of(document.Text),
        Title = document.Title,
        Outlet = document.Outlet ?? "The Outlet",
        Language = "en",
        Text = document.Text,
        Published = document.Published,
        PublishedBasis = document.Published is null ? null : PublishedBasis.Metadata,
        ReferenceDate = document.Published,
        ReferenceBasis = document.Published is null ? ReferenceBasis.None : ReferenceBasis.Published,
    };

    public override CodedReport Code(Report report)
    {
        if (report.Text.Contains("crash", StringComparison.Ordinal)) throw new InvalidOperationException("the coder\nfell over");
        var findings = new List<Finding>();
        int at = 0;
        foreach (string line in report.Text.Split('\n'))
        {
            if (line.Length > 4 && line[3] == ':')
            {
                var told = new Event
                {
                    Id = Fingerprint.Short(report.Hash, line),
                    Report = report.Label,
                    Sentence = line,
                    Span = new(at, at + line.Length),
                    Rule = "line",
                    Data = DataVersion,
                    Confidence = 0.5,
                    Type = EventType.Consult,
                    Status = EventStatus.Occurred,
                    Actors = [new Party(line[..3], Sector.Gov, null, line[..3], new(at, at + 3))],
                    Recipients = [new Party("BBB", Sector.Gov, null, null, null)],
                    From = new DateOnly(2020, 5, 1),
                    To = new DateOnly(2020, 5, 1),
                    Score = -2.5,
                    CueSpan = new(at + 5, at + 8),
                };
                if (line.Contains("agreed to", StringComparison.Ordinal)) findings.Add(told with { Id = told.Id + "0", Type = EventType.Agree });
                findings.Add(told with { Status = line.Contains(" may ", StringComparison.Ordinal) ? EventStatus.Possible : line.Contains(" no ", StringComparison.Ordinal) ? EventStatus.Denied : line.Contains("agreed to", StringComparison.Ordinal) ? EventStatus.Planned : EventStatus.Occurred });
            }
            at += line.Length + 1;
        }
        return new CodedReport(report, findings);
    }

    public override string Explain(Report report) => string.Concat(Code(report).Findings.Select(f => $"{f.Sentence} because {f.Rule}\n"));

    public override (CodedReport Coded, string? Reasons) CodeConllu(TextReader conllu, string report, DateOnly? published, bool explain)
    {
        string text = conllu.ReadToEnd();
        if (!text.StartsWith('#')) throw new FormatException("line 1: no CoNLL-U");
        return (Code(PassageReport.Of(text, report, published)), explain ? "because\n" : null);
    }

    public override void Parse(string text, TextWriter output, string prefix) => output.Write($"# sent_id = {prefix}1\n# text = {text}\n");

    public override void ParseWords(TextReader conllu, TextWriter output) => output.Write(conllu.ReadToEnd());
}
