namespace Quire.Bench.Composing.Outages;

/// <summary>How long a run of outages takes, and over how much.</summary>
public sealed record OutageOptions
{
    /// <summary>A run of a dozen seconds.</summary>
    public static OutageOptions Quick { get; } = new() { Prompts = 2_000, Phase = TimeSpan.FromSeconds(1.5) };

    /// <summary>The prompts that traffic goes over. The default is 10,000.</summary>
    public int Prompts { get; init; } = 10_000;

    /// <summary>How long each state of Redis lasts. The default is 15 s.</summary>
    public TimeSpan Phase { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The seed of the traffic.</summary>
    public int Seed { get; init; } = 1;
}
