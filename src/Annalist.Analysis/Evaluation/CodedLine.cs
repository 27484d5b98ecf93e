namespace Annalist.Analysis.Evaluation;

/// <summary>One line of gold or of a run, as far as it is compared. Codes are as they stand in the file: what the codebook does not know is compared too, and is wrong.</summary>
internal abstract class CodedLine
{
    public string Sentence { get; init; } = "";

    /// <summary>True in gold where a coder was in doubt: it neither costs when missed nor when found.</summary>
    public bool Optional { get; init; }

    public WordBag SentenceWords => field ??= new WordBag(Sentence);

    /// <summary>What it says, on one line.</summary>
    public abstract string Summary { get; }
}

/// <summary>One side of an event.</summary>
internal sealed record PartyLine(string? Code, string? Sector);

/// <summary>Who did what to whom.</summary>
internal sealed class EventLine : CodedLine
{
    public string? Type { get; init; }

    public IReadOnlySet<string> Modes { get; init; } = new HashSet<string>();

    public string? Status { get; init; }

    public IReadOnlyList<PartyLine> Actors { get; init; } = [];

    public IReadOnlyList<PartyLine> Recipients { get; init; } = [];

    public string? From { get; init; }

    public string? To { get; init; }

    public WordBag Place { get; init; } = WordBag.None;

    public override string Summary => $"{Type} ({Status}): {Codes(Actors)} → {Codes(Recipients)}";

    private static string Codes(IReadOnlyList<PartyLine> parties) => string.Join(", ", parties.Select(p => p.Code ?? "UNK").Distinct());
}

/// <summary>Who said what.</summary>
internal sealed class StatementLine : CodedLine
{
    public string? Speaker { get; init; }

    public string? SpeakerCode { get; init; }

    public string? SpeakerSector { get; init; }

    public string? Content { get; init; }

    public IReadOnlySet<(string? Toward, double? Polarity)> Stances { get; init; } = new HashSet<(string?, double?)>();

    public WordBag SpeakerWords => field ??= new WordBag(Speaker);

    public WordBag ContentWords => field ??= new WordBag(Content);

    public override string Summary => $"{Speaker ?? "not known"} ({SpeakerCode}): {Content}";
}

/// <summary>What holds between actors.</summary>
internal sealed class TieLine : CodedLine
{
    public string? Subject { get; init; }

    public string? Relation { get; init; }

    public string? Object { get; init; }

    public double? Polarity { get; init; } = 1;

    public WordBag SubjectWords => field ??= new WordBag(Subject);

    public WordBag ObjectWords => field ??= new WordBag(Object);

    public override string Summary => $"{Subject} {(Polarity < 0 ? "not " : "")}{Relation} {Object}";
}

/// <summary>What was counted.</summary>
internal sealed class FigureLine : CodedLine
{
    public string? Measure { get; init; }

    public double? Value { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public override string Summary => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Measure} {Value:0.############} {Unit} {string.Join(", ", Actors)}").TrimEnd();
}

/// <summary>The article of a report: what gold knows of it, or what the run found.</summary>
internal sealed class ArticleLine
{
    public string? Title { get; init; }

    public string? Published { get; init; }

    public IReadOnlyList<string> Cites { get; init; } = [];

    /// <summary>Gold: the first words; null when gold does not say.</summary>
    public string? First { get; init; }

    /// <summary>Gold: the last words; null when gold does not say.</summary>
    public string? Last { get; init; }

    /// <summary>Gold: lines that do not belong to the article.</summary>
    public IReadOnlyList<string> Noise { get; init; } = [];

    /// <summary>Run: the article's body; null when the run does not give it.</summary>
    public string? Text { get; init; }
}
