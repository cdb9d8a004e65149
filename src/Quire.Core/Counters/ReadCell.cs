namespace Quire.Core.Counters;

/// <summary>Counts one kind of reads: many threads add at once, each processor to a line of memory of its own.</summary>
internal sealed class ReadCell
{
    private const int Stripes = 4;
    private const int LongsPerLine = 8;
    // So far below nothing that no number of late additions comes up again.
    private const long Closed = long.MinValue / 2;
    private readonly long[] _counts = new long[(Stripes + 1) * LongsPerLine];

    /// <summary>Adds some reads; false where the cell is closed, and they have to be counted in another one.</summary>
    /// <param name="count">How many, from 1.</param>
    public bool TryAdd(long count) => Interlocked.Add(ref _counts[((Thread.GetCurrentProcessorId() & (Stripes - 1)) + 1) * LongsPerLine], count) > 0;

    /// <summary>Takes what was counted and closes the cell: what comes later is refused, so that nothing is counted twice or lost.</summary>
    public long Close()
    {
        long sum = 0;
        for (var stripe = 1; stripe <= Stripes; stripe++)
            sum += Interlocked.Exchange(ref _counts[stripe * LongsPerLine], Closed);
        return sum;
    }
}
