namespace Annalist.Analysis.Evaluation;

/// <summary>How much of gold's finding a finding of the run has, 0 to 1.</summary>
internal static class Credits
{
    // Statements by other speakers than these are not asked for the speaker's state.
    private static readonly string[] OfState = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "PTY", "OPP", "REB", "PRM"];
    private static readonly string[] Symmetric = ["ally_of", "partner_of"];

    /// <summary>Half for the set of parties, half for their sides; nothing for another type.</summary>
    public static double Event(EventLine run, EventLine gold, GroupMembers groups)
    {
        if (run.Type != gold.Type) return 0;
        (HashSet<string> ra, HashSet<string> rr) = Sides(run, groups);
        (HashSet<string> ga, HashSet<string> gr) = Sides(gold, groups);
        return (0.5 * F1([.. ra, .. rr], [.. ga, .. gr])) + (0.25 * F1(ra, ga)) + (0.25 * F1(rr, gr));
    }

    /// <summary>1 when half of the words of the content are shared and the speaker's code is right.</summary>
    public static double Statement(StatementLine run, StatementLine gold)
    {
        int of = run.ContentWords.Count, to = gold.ContentWords.Count;
        if (of == 0 || to == 0) return 0;
        double overlap = WordBag.Shared(run.ContentWords, gold.ContentWords) * Math.Min(of, to);
        bool same = run.SpeakerCode == gold.SpeakerCode || !OfState.Contains(gold.SpeakerSector);
        return 2 * overlap / (of + to) >= 0.5 && same ? 1 : 0;
    }

    /// <summary>1 when relation, polarity, subject and object are the same; sides of a symmetric relation may be turned.</summary>
    public static double Tie(TieLine run, TieLine gold)
    {
        if (run.Relation != gold.Relation || run.Polarity != gold.Polarity) return 0;
        string rs = run.SubjectWords.Line, ro = run.ObjectWords.Line, gs = gold.SubjectWords.Line, go = gold.ObjectWords.Line;
        if (Symmetric.Contains(gold.Relation) && rs == go && ro == gs) return 1;
        return Near(run.SubjectWords, gold.SubjectWords) && Near(run.ObjectWords, gold.ObjectWords) ? 1 : 0;
    }

    /// <summary>1 when the values differ by a hundredth at most and the unit is the same.</summary>
    public static double Figure(FigureLine run, FigureLine gold) =>
        run.Value is { } a && gold.Value is { } b && Math.Abs(a - b) <= 0.01 * Math.Max(1e-9, Math.Abs(b)) && run.Unit == gold.Unit ? 1 : 0;

    /// <summary>F1 of two sets, 0 to 1; 1 when both are empty.</summary>
    public static double F1(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    // Unnamed recipients are left out, groups opened, and a mutual act has no sides.
    private static (HashSet<string> Actors, HashSet<string> Recipients) Sides(EventLine e, GroupMembers groups)
    {
        HashSet<string> actors = Open(e.Actors, groups), recipients = Open(e.Recipients, groups);
        recipients.Remove("UNK");
        return e.Type == "COOPERATE" ? ([.. actors, .. recipients], []) : (actors, recipients);
    }

    private static HashSet<string> Open(IReadOnlyList<PartyLine> parties, GroupMembers groups) => [.. parties.SelectMany(p => groups.Open(string.IsNullOrEmpty(p.Code) ? "UNK" : p.Code))];

    private static bool Near(WordBag run, WordBag gold) =>
        run.Line == gold.Line || (gold.Line.Length > 4 && (run.Line.EndsWith(" " + gold.Words[^1], StringComparison.Ordinal) || WordBag.Shared(run, gold) >= 0.8));
}
