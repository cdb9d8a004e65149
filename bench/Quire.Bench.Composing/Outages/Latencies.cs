using System.Globalization;

namespace Quire.Bench.Composing.Outages;

/// <summary>Wall times of requests over HTTP, as the client saw them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Median">Half took no longer, in milliseconds.</param>
/// <param name="P99">99 of 100 took no longer, in milliseconds.</param>
/// <param name="Worst">The longest, in milliseconds.</param>
public sealed record Latencies(int Count, double Median, double P99, double Worst)
{
    /// <summary>Sums them up.</summary>
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return sorted.Length == 0 ? new(0, 0, 0, 0) : new(sorted.Length, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], sorted[^1]);
    }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count,7:N0} at {Median:0.00} ms, p99 {P99:0.0}, worst {Worst:0}");
}
