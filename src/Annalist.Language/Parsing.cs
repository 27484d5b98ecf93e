namespace Annalist.Language;

/// <summary>How much work a sentence is worth.</summary>
public enum Parsing
{
    /// <summary>Tags and lemmas only: every word hangs on the first verb, or on the first word where there is none, with the relation <c>dep</c>.</summary>
    None,

    /// <summary>The fast parser's tree.</summary>
    Greedy,

    /// <summary>Tags and tree of the network, or the fast parser's where no network is loaded.</summary>
    Network,
}
