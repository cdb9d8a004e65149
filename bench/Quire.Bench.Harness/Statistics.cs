namespace Quire.Bench.Harness;

/// <summary>Median and bootstrap.</summary>
public static class Statistics
{
    private const int Resamples = 4_000;

    /// <summary>The median; the mean of the middle two where their number is even.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The value that the given share of values does not exceed: the nearest rank.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>The 95 % interval of the median, by the percentile bootstrap.</summary>
    public static (double Low, double High) MedianInterval(IReadOnlyList<double> values, int seed) =>
        Interval(values.Count, seed, drawn => Median(drawn.Select(index => values[index])));

    /// <summary>The 95 % interval of a figure of samples, by the percentile bootstrap.</summary>
    /// <param name="count">How many samples there are.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="figure">The figure of the samples at these places.</param>
    public static (double Low, double High) Interval(int count, int seed, Func<int[], double> figure)
    {
        var random = new Random(seed);
        var figures = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            figures[i] = figure([.. Enumerable.Range(0, count).Select(_ => random.Next(count))]);
        Array.Sort(figures);
        return (figures[(int)(Resamples * 0.025)], figures[(int)(Resamples * 0.975)]);
    }
}
