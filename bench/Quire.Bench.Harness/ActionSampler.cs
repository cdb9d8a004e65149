namespace Quire.Bench.Harness;

/// <summary>Times an action of this process, in processor time of the thread.</summary>
public sealed class ActionSampler(string name, Action action) : ISampler
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public double Sample(int operations)
    {
        var start = CpuClock.Nanoseconds();
        for (var i = 0; i < operations; i++)
            action();
        return (double)(CpuClock.Nanoseconds() - start) / operations;
    }

    /// <summary>The bytes that one operation allocates, as the median of nine measurements on this thread.</summary>
    public long AllocatedBytes(int operations)
    {
        var samples = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < operations; i++)
                action();
            samples.Add((double)(GC.GetAllocatedBytesForCurrentThread() - before) / operations);
        }

        return (long)Math.Round(Statistics.Median(samples));
    }
}
