using System.Globalization;

namespace Quire.Bench.Tokens;

/// <summary>Prints how far the estimate is off.</summary>
internal static class Report
{
    public static void Print(string title, IReadOnlyList<Sample> samples)
    {
        if (samples.Count == 0)
        {
            Console.WriteLine($"{title}: none");
            return;
        }

        var off = samples.Select(sample => Math.Abs(sample.Error)).Order().ToList();
        var total = ((double)samples.Sum(sample => Prompts.Tokens.TokenEstimate.Of(sample.Text)) / samples.Sum(sample => sample.Exact)) - 1;
        var worst = samples.MaxBy(sample => Math.Abs(sample.Error))!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{title}: {samples.Count} texts, {samples.Sum(sample => sample.Exact)} tokens; off by median {off[off.Count / 2]:P1}, 95 % of them at most {off[(int)Math.Ceiling(off.Count * 0.95) - 1]:P1}, worst {worst.Error:P1} ({worst.Path}); mean {samples.Average(sample => sample.Error):P1}, all together {total:P1}"));
    }
}
