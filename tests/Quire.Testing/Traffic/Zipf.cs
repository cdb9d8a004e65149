namespace Quire.Testing.Traffic;

/// <summary>Numbers from 0, the lower ones more often: P(i) ~ 1 / (i + 1)^skew.</summary>
public sealed class Zipf
{
    private readonly double[] _sums;

    /// <summary>Numbers below <paramref name="count"/>.</summary>
    public Zipf(int count, double skew)
    {
        _sums = new double[count];
        double sum = 0;
        for (var i = 0; i < count; i++)
            _sums[i] = sum += 1 / Math.Pow(i + 1, skew);
    }

    /// <summary>The next number.</summary>
    public int Next(Random random)
    {
        var found = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(found < 0 ? ~found : found, _sums.Length - 1);
    }
}
