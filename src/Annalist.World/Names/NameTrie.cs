namespace Annalist.Worlds;

/// <summary>The folded names as a tree of characters in flat arrays; children of a node lie side by side in ordinal order.</summary>
internal sealed class NameTrie
{
    private readonly int[] firsts;
    private readonly int[] terminals;
    private readonly char[] labels;
    private readonly int[] rootAscii = new int[128];

    /// <summary>Builds the tree.</summary>
    /// <param name="keys">Folded lower-case names, sorted by ordinal, without doubles, none empty.</param>
    public NameTrie(IReadOnlyList<string> keys)
    {
        List<int> first = [0], terminal = [-1];
        var edges = new List<char>();
        // Level by level, so that the children of a node get adjacent numbers: the edge e leads to the node e + 1.
        var open = new Queue<(int Low, int High, int Depth)>();
        open.Enqueue((0, keys.Count, 0));
        for (int node = 0; open.TryDequeue(out (int Low, int High, int Depth) range); node++)
        {
            (int low, int high, int depth) = range;
            first[node] = edges.Count;
            if (low < high && keys[low].Length == depth) terminal[node] = low++;
            while (low < high)
            {
                char c = keys[low][depth];
                int next = low + 1;
                while (next < high && keys[next][depth] == c) next++;
                edges.Add(c);
                first.Add(0);
                terminal.Add(-1);
                open.Enqueue((low, next, depth + 1));
                low = next;
            }
        }
        first.Add(edges.Count);
        firsts = [.. first];
        terminals = [.. terminal];
        labels = [.. edges];
        for (int c = 0; c < 128; c++) rootAscii[c] = Search(0, (char)c);
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes => terminals.Length;

    /// <summary>The child of a node (0 is the root) by a lower-case character; −1 when there is none.</summary>
    public int Child(int node, char c) => node == 0 && c < 128 ? rootAscii[c] : Search(node, c);

    /// <summary>Index of the name that ends at the node; −1 when none does.</summary>
    public int Terminal(int node) => terminals[node];

    private int Search(int node, char c)
    {
        int low = firsts[node], high = firsts[node + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            char label = labels[middle];
            if (label == c) return middle + 1;
            if (label < c) low = middle + 1;
            else high = middle;
        }
        return -1;
    }
}
