using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One way in which words tell what binds an actor (<c>data/codebook/rules.json</c>).</summary>
public sealed record RulePattern
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Lemmas of the words that tell it.</summary>
    public required IReadOnlyList<string> Lemmas { get; init; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public required string Pos { get; init; }

    /// <summary>Where norm, bearer and act stand: <c>undertaking</c>, <c>instrument</c>, <c>bound</c>, <c>consent</c>, <c>status</c> or <c>consensus</c>.</summary>
    public required string Frame { get; init; }

    /// <summary>Obliges, allows or forbids.</summary>
    public required RuleForce Force { get; init; }

    /// <summary>The act in the record's spelling; null when the words decide.</summary>
    public string? Act { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyDictionary<string, Words> If { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>None may hold.</summary>
    public IReadOnlyDictionary<string, Words> Unless { get; init => field = value ?? new Dictionary<string, Words>(); } = new Dictionary<string, Words>();

    /// <summary>Examples: passage and the rules it must give.</summary>
    public IReadOnlyList<RuleExample> Fires { get; init => field = value ?? []; } = [];

    /// <summary>Sentences in which it must not fire.</summary>
    public IReadOnlyList<string> Silent { get; init => field = value ?? []; } = [];
}

/// <summary>A passage with the rules that it must give.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Rules">Each as <c>BEARER force act</c>, then <c>&gt; TOWARD</c> and <c>consent of CODE</c> where there are any.</param>
public sealed record RuleExample(string Text, IReadOnlyList<string> Rules);

/// <summary>The file of patterns.</summary>
/// <param name="Acts">Tie relations and event types with the lemmas that tell them in a rule, more particular ones first.</param>
/// <param name="Norms">Lemmas of instruments that bind: laws, treaties, charters.</param>
/// <param name="Members">Lemmas of those whom an organisation's rules bind: its members, allies, parties.</param>
/// <param name="Patterns">The patterns in the order in which they are tried.</param>
public sealed record RuleFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Acts, IReadOnlyList<string> Norms, IReadOnlyList<string> Members, IReadOnlyList<RulePattern> Patterns);
