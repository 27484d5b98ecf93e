using System.Collections.Concurrent;

namespace Annalist.Ingest;

/// <summary>Works on items with several threads and takes the results in the order of the items.</summary>
internal static class InOrder
{
    /// <summary>Runs until the items or the patience are at an end.</summary>
    /// <param name="items">Walked on the calling thread, never far ahead of the work.</param>
    /// <param name="work">Called on any of the threads.</param>
    /// <param name="take">Called on the calling thread, in the order of the items.</param>
    /// <param name="threads">How many items are worked on at a time.</param>
    /// <param name="cancellation">Stops before the next item is taken.</param>
    /// <returns>True when it was cancelled.</returns>
    public static bool Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int threads, CancellationToken cancellation)
    {
        return threads == 1 ? Alone(items, work, take, cancellation) : Together(items, work, take, threads, cancellation);
    }

    private static bool Alone<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return true;
        foreach (TItem item in items)
        {
            if (cancellation.IsCancellationRequested) return true;
            take(work(item));
        }
        return false;
    }

    private static bool Together<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int threads, CancellationToken cancellation)
    {
        // A long document must not starve the others, nor may they pile up behind it.
        int most = threads * 4;
        using var open = new BlockingCollection<(TItem Item, TaskCompletionSource<TResult> Result)>();
        var waiting = new Queue<Task<TResult>>(most);
        Thread[] workers = [.. Enumerable.Range(1, threads).Select(n => new Thread(Work) { IsBackground = true, Name = $"document {n}" })];
        foreach (Thread worker in workers) worker.Start();
        try
        {
            foreach (TItem item in items)
            {
                if (cancellation.IsCancellationRequested) return true;
                var result = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Enqueue(result.Task);
                open.Add((item, result), CancellationToken.None);
                while (waiting.Count >= most || (waiting.TryPeek(out Task<TResult>? first) && first.IsCompleted)) take(waiting.Dequeue().GetAwaiter().GetResult());
            }
            while (waiting.Count > 0)
            {
                if (cancellation.IsCancellationRequested) return true;
                take(waiting.Dequeue().GetAwaiter().GetResult());
            }
            return false;
        }
        finally
        {
            open.CompleteAdding();
            // What is left after a failure or a cancellation is not worked on.
            while (open.TryTake(out _))
            {
            }
            foreach (Thread worker in workers) worker.Join();
        }

        void Work()
        {
            foreach ((TItem item, TaskCompletionSource<TResult> result) in open.GetConsumingEnumerable(CancellationToken.None))
            {
                try
                {
                    result.SetResult(work(item));
                }
                catch (Exception e)
                {
                    result.SetException(e);
                }
            }
        }
    }
}
