namespace Quire.Bench.Harness;

/// <summary>How two samplers are compared.</summary>
public sealed record PairOptions
{
    /// <summary>How many pairs are taken, at least 21.</summary>
    public int Pairs { get; init; } = 31;

    /// <summary>How long one sample shall take; the operations per sample follow from it.</summary>
    public TimeSpan SampleTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long each side runs at least before anything counts. It goes on until nothing gets faster any more, because the JIT takes its time.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long each side runs at most before anything counts.</summary>
    public TimeSpan LongestWarmUp { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The seed of the bootstrap.</summary>
    public int Seed { get; init; } = 20_250_710;
}
