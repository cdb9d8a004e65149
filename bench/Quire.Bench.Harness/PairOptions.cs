namespace Quire.Bench.Harness;

/// <summary>How two samplers are compared.</summary>
public sealed record PairOptions
{
    /// <summary>How many pairs are taken, at least 21.</summary>
    public int Pairs { get; init; } = 31;

    /// <summary>How long one sample shall take; the operations per sample follow from it.</summary>
    public TimeSpan SampleTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long each side runs before anything counts, so that the JIT is done with it.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The seed of the bootstrap.</summary>
    public int Seed { get; init; } = 20_250_710;
}
