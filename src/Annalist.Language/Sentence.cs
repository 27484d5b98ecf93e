using Annalist.Model;

namespace Annalist.Language;

/// <summary>One sentence with its tree. Immutable; safe to share between threads.</summary>
public sealed class Sentence
{
    private readonly int[][] children;

    /// <summary>Builds the sentence and the index of its tree.</summary>
    /// <param name="index">Place in the text, from 0.</param>
    /// <param name="span">Its stretch of the text that was analysed.</param>
    /// <param name="text">The words of the span.</param>
    /// <param name="tokens">The words in order; exactly one has head −1, unless there are none.</param>
    /// <exception cref="ArgumentException">A head is outside the sentence.</exception>
    public Sentence(int index, TextSpan span, string text, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Index = index;
        Span = span;
        Text = text;
        Tokens = tokens;
        Root = -1;
        var lists = new List<int>?[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            int head = tokens[i].Head;
            if (head < -1 || head >= tokens.Count || head == i) throw new ArgumentException($"word {i} has the head {head} outside 0..{tokens.Count - 1}", nameof(tokens));
            if (head < 0)
            {
                if (Root < 0) Root = i;
            }
            else
            {
                (lists[head] ??= []).Add(i);
            }
        }
        children = [.. lists.Select(l => l is null ? [] : l.ToArray())];
    }

    /// <summary>Place in the text, from 0.</summary>
    public int Index { get; }

    /// <summary>Its stretch of the text that was analysed.</summary>
    public TextSpan Span { get; }

    /// <summary>The words of <see cref="Span"/>.</summary>
    public string Text { get; }

    /// <summary>True when the sentence was too long for the parser and this is one of the pieces that it was cut into.</summary>
    public bool IsPiece { get; init; }

    /// <summary>The words in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Index of the root; −1 in an empty sentence.</summary>
    public int Root { get; }

    /// <summary>Indexes of the words that hang on <paramref name="head"/>, left to right.</summary>
    public IReadOnlyList<int> Children(int head) => children[head];

    /// <summary>The first child with one of the relations (subtype ignored unless given with a colon); −1 when there is none.</summary>
    public int Child(int head, params ReadOnlySpan<string> relations)
    {
        foreach (int c in children[head])
        {
            foreach (string r in relations)
            {
                if (Tokens[c].Relation == r || Tokens[c].Deprel == r) return c;
            }
        }
        return -1;
    }

    /// <summary>The word and all below it, in text order.</summary>
    public IReadOnlyList<int> Subtree(int word)
    {
        var found = new List<int>();
        var open = new Stack<int>();
        open.Push(word);
        while (open.Count > 0)
        {
            int w = open.Pop();
            found.Add(w);
            foreach (int c in children[w]) open.Push(c);
        }
        found.Sort();
        return found;
    }

    /// <summary>True when <paramref name="word"/> is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool IsUnder(int word, int ancestor)
    {
        for (int w = word, steps = 0; w >= 0 && steps <= Tokens.Count; w = Tokens[w].Head, steps++)
        {
            if (w == ancestor) return true;
        }
        return false;
    }

    /// <summary>The span from the first to the last of the words.</summary>
    /// <exception cref="InvalidOperationException">There are no words.</exception>
    public TextSpan SpanOf(IEnumerable<int> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Select(w => Tokens[w].Span).Aggregate((a, b) => a.Union(b));
    }
}
