using System.Globalization;
using Quire.Prompts.Tokens;

namespace Quire.Bench.Tokens;

/// <summary>Finds the weights, none below zero, with the least sum of squared relative errors: by coordinate descent.</summary>
internal static class Fit
{
    private const int Rounds = 20_000;

    // A little pull towards zero: what hardly occurs must not get a wild weight.
    private const double Ridge = 1e-4;

    public static void Print(IEnumerable<Sample> samples)
    {
        var rows = samples.Select(sample => sample.Shape.Select(value => value / sample.Exact).ToArray()).ToList();
        var weights = Descend(rows, TextShape.Names.Count);
        foreach (var (name, weight) in TextShape.Names.Zip(weights))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {weight,7:0.000}  {name}"));
        Console.WriteLine($"  fitted on {rows.Count} texts");
    }

    private static double[] Descend(List<double[]> rows, int count)
    {
        var weights = new double[count];
        var residual = rows.Select(_ => 1.0).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var j = 0; j < count; j++)
            {
                var (slope, square) = (0.0, Ridge);
                for (var i = 0; i < rows.Count; i++)
                    (slope, square) = (slope + (rows[i][j] * residual[i]), square + (rows[i][j] * rows[i][j]));
                var next = Math.Max(0, weights[j] + ((slope - (Ridge * weights[j])) / square));
                for (var i = 0; i < rows.Count; i++)
                    residual[i] -= rows[i][j] * (next - weights[j]);
                weights[j] = next;
            }
        }

        return weights;
    }
}
