namespace Quire.Core.Caching;

/// <summary>A counter that many threads raise at once: each processor has a line of memory of its own.</summary>
internal sealed class StripedCounter
{
    private const int Stripes = 16;
    private const int LongsPerLine = 16;
    private readonly long[] _cells = new long[(Stripes + 1) * LongsPerLine];

    /// <summary>The sum.</summary>
    public long Value
    {
        get
        {
            long sum = 0;
            for (var stripe = 1; stripe <= Stripes; stripe++)
                sum += Interlocked.Read(ref _cells[stripe * LongsPerLine]);
            return sum;
        }
    }

    /// <summary>Adds one.</summary>
    public void Increment() =>
        Interlocked.Increment(ref _cells[((Thread.GetCurrentProcessorId() & (Stripes - 1)) + 1) * LongsPerLine]);
}
