using Quire.Core.Errors;

namespace Quire.Core.Caching;

/// <summary>How much is kept in memory, and when the second tier is asked.</summary>
public sealed record CacheOptions
{
    private const int MemoryPart = 4;

    /// <summary>
    /// The most bytes that all tiers in memory hold together, from 0. The default is 25 % of the memory that the process may use: the container's limit
    /// where there is one, else the machine's memory.
    /// </summary>
    public long MemoryBytes { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryPart;

    /// <summary>
    /// The second tier is asked for outputs of plans that took this long to render the last time. Below it, rendering is faster than asking. The default
    /// is 250 µs; 0 asks always.
    /// </summary>
    public TimeSpan SecondTierFrom { get; init; } = TimeSpan.FromMicroseconds(250);

    /// <summary>How long a look-up in the second tier may take before the output is rendered here, from 1 ms to 1 s. The default is 20 ms.</summary>
    public TimeSpan SecondTierDeadline { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The part for what addresses lead to: an eighth.</summary>
    internal long SelectionBytes => MemoryBytes / 8;

    /// <summary>The part for rendered outputs: a quarter.</summary>
    internal long OutputBytes => MemoryBytes / 4;

    /// <summary>The rest, for plans.</summary>
    internal long PlanBytes => MemoryBytes - SelectionBytes - OutputBytes;

    /// <summary>Refuses settings that cannot work.</summary>
    /// <exception cref="QuireException"><c>invalid_setting</c>: names the key and the fix.</exception>
    public void Validate()
    {
        if (MemoryBytes < 0)
            throw Wrong(nameof(MemoryBytes), $"{MemoryBytes} is negative.", "Choose 0 to keep nothing, or a number of bytes.");
        if (SecondTierFrom < TimeSpan.Zero)
            throw Wrong(nameof(SecondTierFrom), $"{SecondTierFrom} is negative.", "Choose 0 to ask always.");
        if (SecondTierDeadline < TimeSpan.FromMilliseconds(1) || SecondTierDeadline > TimeSpan.FromSeconds(1))
            throw Wrong(nameof(SecondTierDeadline), $"{SecondTierDeadline} is out of range.", "Choose 1 to 1,000 milliseconds.");
    }

    private static QuireException Wrong(string key, string reason, string fix) =>
        new(ErrorKind.Invalid, "invalid_setting", $"The setting Cache.{key} is wrong: {reason}", fix);
}
