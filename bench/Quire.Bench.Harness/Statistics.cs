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

    /// <summary>The 95 % interval of the median, by the percentile bootstrap.</summary>
    public static (double Low, double High) MedianInterval(IReadOnlyList<double> values, int seed)
    {
        var random = new Random(seed);
        var medians = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            medians[i] = Median(Enumerable.Range(0, values.Count).Select(_ => values[random.Next(values.Count)]));
        Array.Sort(medians);
        return (medians[(int)(Resamples * 0.025)], medians[(int)(Resamples * 0.975)]);
    }
}
