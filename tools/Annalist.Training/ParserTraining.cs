using Annalist.Language;

namespace Annalist.Training;

/// <summary>Trains the parser with the dynamic oracle of arc-hybrid and exploration.</summary>
internal static class ParserTraining
{
    /// <summary>The transitions that the treebank needs, shift first.</summary>
    public static Transition[] Transitions(IReadOnlyList<Example> data)
    {
        var left = new SortedSet<int>();
        var right = new SortedSet<int>();
        foreach (var e in data)
        {
            for (int i = 0; i < e.Length; i++)
            {
                if (e.Heads[i] < 0) continue;
                (e.Heads[i] > i ? left : right).Add(e.Labels[i]);
            }
        }
        return [new(Move.Shift, -1), .. left.Select(l => new Transition(Move.Left, l)), .. right.Select(l => new Transition(Move.Right, l))];
    }

    /// <summary>Trains on words whose tags are set already.</summary>
    public static Perceptron Train(IReadOnlyList<(Example Gold, WordInfo[] Words)> data, Transition[] transitions, int epochs, double explore, int seed, Action<int, Perceptron>? after)
    {
        int classes = transitions.Length;
        var model = new Perceptron(classes);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        var features = new uint[ParserFeatures.Max];
        var scores = new float[classes];
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
                    int n = ParserFeatures.Fill(state, words, features);
                    var f = features.AsSpan(0, n);
                    model.Score(f, scores);
                    var (shift, left, right) = Costs(state, e);
                    int least = Math.Min(shift, Math.Min(left, right));
                    int s0 = state.Top(0), s1 = state.Top(1);
                    int best = -1, good = -1;
                    for (int c = 0; c < classes; c++)
                    {
                        var t = transitions[c];
                        int cost = t.Move switch { Move.Shift => shift, Move.Left => left, _ => right };
                        if (cost >= Impossible) continue;
                        if (best < 0 || scores[c] > scores[best]) best = c;
                        if (cost != least) continue;
                        // Where the arc is the gold one only its label will do; where it is lost already, the gold label still is the lesson.
                        if (t.Move != Move.Shift && t.Label != e.Labels[s0]) continue;
                        if (good < 0 || scores[c] > scores[good]) good = c;
                    }
                    if (good < 0)
                    {
                        // The gold label never occurs in this direction: any label will do.
                        for (int c = 0; c < classes; c++)
                        {
                            int cost = transitions[c].Move switch { Move.Shift => shift, Move.Left => left, _ => right };
                            if (cost == least && (good < 0 || scores[c] > scores[good])) good = c;
                        }
                    }
                    bool wrong = best != good;
                    if (wrong) model.Update(f, good, best);
                    model.Tick();
                    int next = wrong && !(epoch > 0 && random.NextDouble() < explore) ? good : best;
                    Parser.Apply(state, transitions[next]);
                }
            }
            after?.Invoke(epoch, model);
        }
        return model;
    }

    private const int Impossible = 1 << 20;

    /// <summary>Gold arcs that each move would put out of reach.</summary>
    private static (int Shift, int Left, int Right) Costs(ParserState s, Example e)
    {
        int[] head = e.Heads;
        int s0 = s.Top(0), s1 = s.Top(1), b = s.Next;
        bool ahead = b < s.Length;
        int shift = Impossible, left = Impossible, right = Impossible;
        int dependentsAhead = 0;
        for (int d = b; d < s.Length; d++)
        {
            if (head[d] == s0) dependentsAhead++;
        }
        if (ahead)
        {
            // the top hangs on b: lost are its head elsewhere and its dependents ahead
            left = dependentsAhead;
            int h = head[s0];
            if (h != b && (h > b || (h >= 0 && h == s1) || (h < 0 && s.Depth == 1))) left++;
            // b goes onto the stack: lost are its head below the top and its dependents on the stack
            shift = 0;
            int hb = head[b];
            if (hb < 0) shift++; // something lies below it, so it cannot be the root
            for (int k = 0; k < s.Depth; k++)
            {
                int w = s.Stack[k];
                if (head[w] == b) shift++;
                if (w == hb && w != s0) shift++;
            }
        }
        if (s1 >= 0)
        {
            right = dependentsAhead;
            if (head[s0] >= b) right++;
        }
        return (shift, left, right);
    }
}
