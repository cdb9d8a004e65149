namespace Quire.Core.Counters;

/// <summary>Counts one kind of reads: many threads add at once, each processor to a line of memory of its own.</summary>
internal sealed class ReadCell
{
    private const int Stripes = 4;
    private const int LongsPerLine = 8;
    private readonly long[] _counts = new long[(Stripes + 1) * LongsPerLine];

    /// <summary>Adds one.</summary>
    public void Increment() => Interlocked.Increment(ref _counts[((Thread.GetCurrentProcessorId() & (Stripes - 1)) + 1) * LongsPerLine]);

    /// <summary>Gives back what a failed write took.</summary>
    public void Add(long count) => Interlocked.Add(ref _counts[LongsPerLine], count);

    /// <summary>Takes what was counted so far.</summary>
    public long Take()
    {
        long sum = 0;
        for (var stripe = 1; stripe <= Stripes; stripe++)
            sum += Interlocked.Exchange(ref _counts[stripe * LongsPerLine], 0);
        return sum;
    }
}
