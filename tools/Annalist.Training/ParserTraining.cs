using Annalist.Language;

namespace Annalist.Training;

/// <summary>Trains the parser's two classifiers with the dynamic oracle of arc-hybrid and exploration.</summary>
internal static class ParserTraining
{
    private const int Impossible = 1 << 20;

    /// <summary>Trains on prepared words, whose tags are predicted ones.</summary>
    /// <param name="explore">Share of the model's own wrong moves that are followed, after the first epoch.</param>
    public static (MovePerceptron Moves, Perceptron Labels) Train(IReadOnlyList<(Example Gold, WordInfo[] Words)> data, int labelCount, int epochs, double explore, int minUpdates, int seed, Action<int, MovePerceptron, Perceptron>? after)
    {
        var moves = new MovePerceptron(minUpdates);
        var labels = new Perceptron(labelCount, 2);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        var features = new uint[ParserFeatures.Max];
        var scores = new float[3];
        var labelScores = new float[labelCount];
        var state = new ParserState();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int x in order)
            {
                var (e, words) = data[x];
                state.Reset(e.Length);
                while (!state.Done)
                {
                    if (state.Depth == 0)
                    {
                        state.Shift();
                        continue;
                    }
                    int move = 2;
                    if (state.Next < state.Length)
                    {
                        int n = ParserFeatures.Fill(state, words, features);
                        var f = features.AsSpan(0, n);
                        moves.Score(f, scores);
                        var (shift, left, right) = Costs(state, e);
                        int least = Math.Min(shift, Math.Min(left, right));
                        int best = -1, good = -1, bestCost = 0;
                        for (int c = 0; c < 3; c++)
                        {
                            int cost = c == 0 ? shift : c == 1 ? left : right;
                            if (cost >= Impossible) continue;
                            if (best < 0 || scores[c] > scores[best]) (best, bestCost) = (c, cost);
                            if (cost == least && (good < 0 || scores[c] > scores[good])) good = c;
                        }
                        bool wrong = bestCost > least;
                        if (wrong) moves.Update(f, good, best);
                        moves.Tick();
                        move = wrong && !(epoch > 0 && random.NextDouble() < explore) ? good : best;
                    }
                    if (move == 0)
                    {
                        state.Shift();
                        continue;
                    }
                    int child = state.Top(0), head = move == 1 ? state.Next : state.Top(1);
                    int label = Label(labels, state, words, e, head, child, features, labelScores);
                    if (move == 1) state.ArcLeft(label);
                    else state.ArcRight(label);
                }
            }
            after?.Invoke(epoch, moves, labels);
        }
        return (moves, labels);
    }

    /// <summary>The label that the model gives, corrected where the arc is a gold one.</summary>
    private static int Label(Perceptron labels, ParserState state, WordInfo[] words, Example e, int head, int child, uint[] features, float[] scores)
    {
        int n = ParserFeatures.FillLabel(state, words, head, child, features);
        var f = features.AsSpan(0, n);
        labels.Score(f, scores);
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }
        if (e.Heads[child] == head)
        {
            if (best != e.Labels[child]) labels.Update(f, e.Labels[child], best);
            labels.Tick();
        }
        return best;
    }

    /// <summary>Gold arcs that each move would put out of reach.</summary>
    private static (int Shift, int Left, int Right) Costs(ParserState s, Example e)
    {
        int[] head = e.Heads;
        int s0 = s.Top(0), s1 = s.Top(1), b = s.Next;
        int dependentsAhead = 0;
        foreach (int d in e.Sentence.Children(s0))
        {
            if (d >= b) dependentsAhead++;
        }
        // The top hangs on b: lost are its head elsewhere and its dependents ahead.
        int left = dependentsAhead, h = head[s0];
        if (h != b && (h > b || (h >= 0 && h == s1) || (h < 0 && s.Depth == 1))) left++;
        // b goes onto the stack: lost are its head below the top and its dependents on the stack.
        int shift = 0, hb = head[b];
        if (hb < 0) shift++; // something lies below it, so it cannot be the root
        for (int k = 0; k < s.Depth; k++)
        {
            int w = s.Stack[k];
            if (head[w] == b) shift++;
            if (w == hb && w != s0) shift++;
        }
        int right = s1 < 0 ? Impossible : dependentsAhead + (h >= b ? 1 : 0);
        return (shift, left, right);
    }
}
