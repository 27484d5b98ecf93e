using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>Greedy arc-hybrid dependency parser: 2n − 1 moves, chosen by a linear classifier of three classes, and a label for each arc from a second one.</summary>
internal sealed class Parser
{
    private readonly MoveTable moves;
    private readonly WeightTable labels;

    /// <summary>A parser over trained weights.</summary>
    public Parser(MoveTable moves, WeightTable labels)
    {
        this.moves = moves;
        this.labels = labels;
    }

    /// <summary>Builds the tree of prepared words into the state's heads and labels.</summary>
    [SkipLocalsInit]
    public void Parse(ReadOnlySpan<WordInfo> words, ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Max];
        Span<int> scores = stackalloc int[labels.Width];
        int aheadOf = -1, aheadLeft = 0, aheadRight = 0; // score of the words ahead, and of which next word it is
        state.Reset(words.Length);
        while (!state.Done)
        {
            bool ahead = state.Next < state.Length, deep = state.Depth > 1;
            if (state.Depth == 0)
            {
                state.Shift();
                continue;
            }
            int head;
            if (!ahead)
            {
                head = state.Top(1);
            }
            else
            {
                if (aheadOf != state.Next)
                {
                    moves.Score(features[..ParserFeatures.FillBuffer(state, words, features)], out aheadLeft, out aheadRight);
                    aheadOf = state.Next;
                }
                int top = state.Top(0);
                if (!state.Scored[top])
                {
                    moves.Score(features[..ParserFeatures.FillStack(state, words, features)], out state.StackLeft[top], out state.StackRight[top]);
                    state.Scored[top] = true;
                }
                moves.Score(features[..ParserFeatures.FillRest(state, words, features)], out int left, out int right);
                left += aheadLeft + state.StackLeft[top];
                right += aheadRight + state.StackRight[top];
                if (left <= 0 && (right <= 0 || !deep))
                {
                    state.Shift();
                    continue;
                }
                head = left >= right || !deep ? state.Next : state.Top(1);
            }
            int m = ParserFeatures.FillLabel(state, words, head, state.Top(0), features);
            labels.Score(features[..m], scores);
            int label = Tagger.Best(scores[..labels.Classes]);
            if (head == state.Next) state.ArcLeft(label);
            else state.ArcRight(label);
        }
    }

    /// <summary>Fills what the parser's features ask of tagged words beside the tag.</summary>
    /// <param name="words">Tagged words.</param>
    /// <param name="upos">Index of the universal part of speech of each tag.</param>
    /// <param name="kinds">Kind of each tag.</param>
    public static void Prepare(Span<WordInfo> words, ReadOnlySpan<int> upos, ReadOnlySpan<TagKind> kinds)
    {
        ushort commas = 0, verbs = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ref WordInfo w = ref words[i];
            w.Commas = commas;
            w.Verbs = verbs;
            w.Upos = upos[w.Tag];
            if (kinds[w.Tag] == TagKind.Comma) commas++;
            else if (kinds[w.Tag] == TagKind.Verb) verbs++;
        }
    }
}

/// <summary>What a tag means to the parser's features.</summary>
internal enum TagKind : byte
{
    /// <summary>Neither.</summary>
    Other,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A verb or auxiliary.</summary>
    Verb,
}
