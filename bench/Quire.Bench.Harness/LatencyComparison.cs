namespace Quire.Bench.Harness;

/// <summary>Two ways of doing many different things, each thing done once in each way, taking turns: the distributions beside each other.</summary>
/// <param name="subject">Nanoseconds of what is judged.</param>
/// <param name="peer">Nanoseconds of what it is compared with, in the same order.</param>
/// <param name="seed">The seed of the bootstrap.</param>
public sealed class LatencyComparison(IReadOnlyList<double> subject, IReadOnlyList<double> peer, int seed)
{
    private const double Late = 0.95;

    /// <summary>The median of the ratios of all pairs, with its interval.</summary>
    public (double Ratio, double Low, double High) Pairs { get; } = Interval(subject.Count, seed, drawn => Statistics.Median(drawn.Select(index => subject[index] / peer[index])));

    /// <summary>The ratio of the 95th percentiles, with its interval.</summary>
    public (double Ratio, double Low, double High) Tails { get; } =
        Interval(subject.Count, seed, drawn => Statistics.Quantile(drawn.Select(index => subject[index]), Late) / Statistics.Quantile(drawn.Select(index => peer[index]), Late));

    /// <summary>Both medians and 95th percentiles.</summary>
    public override string ToString() =>
        $"p50 {Units.Time(Statistics.Median(subject))}, p95 {Units.Time(Statistics.Quantile(subject, Late))}; bare p50 {Units.Time(Statistics.Median(peer))}, p95 {Units.Time(Statistics.Quantile(peer, Late))}";

    private static (double Ratio, double Low, double High) Interval(int count, int seed, Func<int[], double> figure)
    {
        var (low, high) = Statistics.Interval(count, seed, figure);
        return (figure([.. Enumerable.Range(0, count)]), low, high);
    }
}
