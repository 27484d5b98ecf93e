namespace Annalist.Worlds;

/// <summary>Where a fact is from: a pack's line, or a finding in a report.</summary>
/// <param name="Layer">Who says so.</param>
/// <param name="Source">The pack's source, or the outlet (the report where that is unknown).</param>
public sealed record Receipt(Layer Layer, string Source)
{
    /// <summary>Id of the pack; null for a finding.</summary>
    public string? Pack { get; init; }

    /// <summary>Table of the pack and line in it, <c>rules.tsv:12</c>; null for a finding.</summary>
    public string? Line { get; init; }

    /// <summary>Id of the finding; null for a pack's line.</summary>
    public string? Finding { get; init; }

    /// <summary>Label of the report; null for a pack's line.</summary>
    public string? Report { get; init; }

    /// <summary>Title of the report; null when it has none or nobody asked, and for a pack's line.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null when unknown, and for a pack's line.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day on which it was told; null when unknown, and for a pack's line.</summary>
    public DateOnly? Told { get; init; }

    /// <summary>When Annalist learned it: the moment of reading, or the end of the pack's day; null when unknown (then it was always known).</summary>
    public DateTimeOffset? Learned { get; init; }

    /// <summary>The sentence; null for a pack's line.</summary>
    public string? Sentence { get; init; }

    /// <summary>True when the finding is of the report that the label names; of a label such as <c>001_4d89</c> or <c>001-2</c> the part before the mark is enough.</summary>
    internal bool IsOf(string label) => Report is { } own && own.StartsWith(label, StringComparison.Ordinal) && (own.Length == label.Length || own[label.Length] is '_' or '-' or '.');

    /// <summary>What tells tellers apart: an outlet is one teller however many reports it prints; a report without one stands for itself.</summary>
    public string Teller => Layer == Layer.Pack ? "pack" : Outlet ?? "report " + Report;
}
