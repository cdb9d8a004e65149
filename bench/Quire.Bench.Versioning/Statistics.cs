namespace Quire.Bench.Versioning;

/// <summary>Medians with their uncertainty.</summary>
internal static class Statistics
{
    private const int Resamples = 2000;

    /// <summary>The median and a 95 % bootstrap interval around it.</summary>
    public static (double Median, double Low, double High) Median(double[] values, int seed)
    {
        var random = new Random(seed);
        var medians = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            medians[i] = MedianOf([.. Enumerable.Range(0, values.Length).Select(_ => values[random.Next(values.Length)])]);
        Array.Sort(medians);
        return (MedianOf([.. values]), medians[(int)(Resamples * 0.025)], medians[(int)(Resamples * 0.975)]);
    }

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
