namespace Annalist.Language;

/// <summary>The best tree with one root over scores of arcs: Chu-Liu and Edmonds on the full graph, where the best heads alone are no tree. One per thread.</summary>
internal sealed unsafe class TreeDecoder
{
    private readonly List<(int First, int Count, int Node)> cycles = [];
    private readonly List<int> members = [];
    private readonly List<int> ends = [];
    private double[] score = [];
    private int[] head = [];
    private int[] mark = [];
    private bool[] gone = [];

    /// <summary>Fills <paramref name="heads"/> with the head of each word, −1 for the root.</summary>
    /// <param name="arcs">Score of the head j for word i at i · stride + j + 1; the root's at i · stride.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="heads">One place a word.</param>
    public void Decode(float* arcs, int stride, Span<int> heads)
    {
        int n = heads.Length;
        if (n == 0) return;
        Reserve(n + 1);
        for (int i = 0; i < n; i++)
        {
            float* row = arcs + ((nint)i * stride);
            int best = RowMath.Highest(row, n + 1);
            if (best == i + 1)
            {
                best = 0;
                for (int j = 1; j <= n; j++)
                {
                    if (j != i + 1 && row[j] > row[best]) best = j;
                }
            }
            head[i + 1] = best;
        }
        if (!IsTree(n)) Contract(arcs, stride, n);
        for (int i = 0; i < n; i++) heads[i] = head[i + 1] - 1;
    }

    private bool IsTree(int n)
    {
        int roots = 0;
        for (int i = 1; i <= n; i++)
        {
            if (head[i] == 0) roots++;
        }
        return roots == 1 && CycleNode(n) < 0;
    }

    /// <summary>A node on a cycle of the present heads; −1 when there is none.</summary>
    private int CycleNode(int n)
    {
        Array.Clear(mark, 0, n + 1);
        for (int i = 1; i <= n; i++)
        {
            if (gone[i] || mark[i] != 0) continue;
            int w = i;
            while (w != 0 && mark[w] == 0)
            {
                mark[w] = i;
                w = head[w];
            }
            if (w != 0 && mark[w] == i) return w;
        }
        return -1;
    }

    private void Contract(float* arcs, int stride, int n)
    {
        int width = n + 1;
        float low = float.MaxValue, high = float.MinValue;
        for (int i = 1; i <= n; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                float s = arcs[((nint)(i - 1) * stride) + j];
                if (j == i) continue;
                low = MathF.Min(low, s);
                high = MathF.Max(high, s);
                score[(i * width) + j] = s;
            }
        }
        // Dearer by more than any tree can win back: the best tree then has as few words under the root as can be, one.
        double fee = (((double)high - low) * (n + 1)) + 1;
        for (int i = 1; i <= n; i++) score[i * width] -= fee;
        cycles.Clear();
        members.Clear();
        ends.Clear();
        while (true)
        {
            for (int i = 1; i <= n; i++)
            {
                if (!gone[i]) head[i] = BestHead(i, n, width);
            }
            int on = CycleNode(n);
            if (on < 0) break;
            Join(on, n, width);
        }
        for (int k = cycles.Count - 1; k >= 0; k--) Open(cycles[k], n, width, k);
        Array.Clear(gone, 0, width);
    }

    private int BestHead(int i, int n, int width)
    {
        int best = i == 0 ? -1 : 0;
        for (int j = 1; j <= n; j++)
        {
            if (j != i && !gone[j] && score[(i * width) + j] > score[(i * width) + best]) best = j;
        }
        return best;
    }

    /// <summary>Makes one node of a cycle. For every node outside: which member an arc from it enters, and which member heads it.</summary>
    private void Join(int on, int n, int width)
    {
        int first = members.Count, at = ends.Count;
        int w = on;
        do
        {
            members.Add(w);
            members.Add(head[w]);
            w = head[w];
        }
        while (w != on);
        int last = members.Count;
        for (int k = 0; k < 2 * width; k++) ends.Add(-1);
        Array.Clear(mark, 0, width);
        for (int k = first; k < last; k += 2) mark[members[k]] = 1;
        for (int v = 0; v <= n; v++)
        {
            if (gone[v] || mark[v] == 1) continue;
            double enter = double.NegativeInfinity, leave = double.NegativeInfinity;
            for (int k = first; k < last; k += 2)
            {
                int u = members[k];
                double gain = score[(u * width) + v] - score[(u * width) + members[k + 1]];
                if (gain > enter)
                {
                    enter = gain;
                    ends[at + v] = u;
                }
                if (v > 0 && score[(v * width) + u] > leave)
                {
                    leave = score[(v * width) + u];
                    ends[at + width + v] = u;
                }
            }
            score[(on * width) + v] = enter;
            if (v > 0) score[(v * width) + on] = leave;
        }
        for (int k = first; k < last; k += 2)
        {
            if (members[k] != on) gone[members[k]] = true;
        }
        cycles.Add((first, last - first, on));
    }

    private void Open((int First, int Count, int Node) cycle, int n, int width, int index)
    {
        int at = index * 2 * width, from = head[cycle.Node];
        for (int v = 1; v <= n; v++)
        {
            if (!gone[v] && v != cycle.Node && head[v] == cycle.Node) head[v] = ends[at + width + v];
        }
        for (int k = cycle.First; k < cycle.First + cycle.Count; k += 2)
        {
            head[members[k]] = members[k + 1];
            gone[members[k]] = false;
        }
        head[ends[at + from]] = from;
    }

    private void Reserve(int width)
    {
        if (head.Length >= width) return;
        head = new int[width];
        mark = new int[width];
        gone = new bool[width];
        score = new double[width * width];
    }
}
