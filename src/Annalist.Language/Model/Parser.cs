using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>Greedy arc-hybrid dependency parser: 2n − 1 decisions of a linear classifier.</summary>
internal sealed class Parser
{
    private readonly WeightTable weights;
    private readonly Transition[] transitions;

    /// <summary>A parser over trained weights.</summary>
    /// <param name="weights">One class for each transition.</param>
    /// <param name="transitions">What each class does.</param>
    public Parser(WeightTable weights, Transition[] transitions)
    {
        this.weights = weights;
        this.transitions = transitions;
    }

    /// <summary>Builds the tree of the words into the state's heads and labels.</summary>
    [SkipLocalsInit]
    public void Parse(ReadOnlySpan<WordInfo> words, ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Max];
        Span<int> scores = stackalloc int[weights.Classes];
        state.Reset(words.Length);
        while (!state.Done)
        {
            if (state.Depth == 0)
            {
                state.Shift();
                continue;
            }
            int n = ParserFeatures.Fill(state, words, features);
            weights.Score(features[..n], scores);
            Apply(state, transitions[Best(state, scores)]);
        }
    }

    /// <summary>The highest allowed class, the lowest of equals.</summary>
    private int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        bool ahead = state.Next < state.Length, deep = state.Depth > 1;
        int best = -1;
        for (int i = 0; i < scores.Length; i++)
        {
            if (best >= 0 && scores[i] <= scores[best]) continue;
            Move move = transitions[i].Move;
            if (move == Move.Right ? deep : ahead) best = i;
        }
        return best;
    }

    /// <summary>Does what a transition says.</summary>
    public static void Apply(ParserState state, Transition transition)
    {
        switch (transition.Move)
        {
            case Move.Shift: state.Shift(); break;
            case Move.Left: state.ArcLeft(transition.Label); break;
            default: state.ArcRight(transition.Label); break;
        }
    }
}

/// <summary>The three moves of the arc-hybrid system.</summary>
internal enum Move
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The top of the stack hangs on the next word.</summary>
    Left,

    /// <summary>The top of the stack hangs on the word below it.</summary>
    Right,
}

/// <summary>A move and the label of its arc (−1 for a shift).</summary>
internal readonly record struct Transition(Move Move, int Label);
