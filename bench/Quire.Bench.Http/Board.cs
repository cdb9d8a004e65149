using System.Globalization;
using Quire.Bench.Harness;

namespace Quire.Bench.Http;

/// <summary>Compares in alternating pairs and prints medians with their intervals.</summary>
internal sealed class Board(TextWriter output, int pairs)
{
    private const int Seconds = 1;
    private const int Seed = 7;

    public void Compare(string what, Target bare, Target quire)
    {
        Wrk.Run(bare, 2 * Seconds);
        Wrk.Run(quire, 2 * Seconds);
        var samples = Enumerable.Range(0, pairs).Select(pair => Pair(pair, bare, quire)).ToList();
        Print(what, "CPU per request", samples.Select(sample => sample.Quire.CpuMicroseconds / sample.Bare.CpuMicroseconds));
        Print(what, "requests per second", samples.Select(sample => sample.Quire.PerSecond / sample.Bare.PerSecond));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"         medians: quire {Statistics.Median(samples.Select(s => s.Quire.PerSecond)):N0}/s, {Statistics.Median(samples.Select(s => s.Quire.CpuMicroseconds)):F1} µs; bare {Statistics.Median(samples.Select(s => s.Bare.PerSecond)):N0}/s, {Statistics.Median(samples.Select(s => s.Bare.CpuMicroseconds)):F1} µs"));
    }

    private static ((double PerSecond, double CpuMicroseconds) Quire, (double PerSecond, double CpuMicroseconds) Bare) Pair(int pair, Target bare, Target quire)
    {
        if (pair % 2 == 0)
        {
            var first = Wrk.Run(quire, Seconds);
            return (first, Wrk.Run(bare, Seconds));
        }
        var peer = Wrk.Run(bare, Seconds);
        return (Wrk.Run(quire, Seconds), peer);
    }

    private void Print(string what, string measure, IEnumerable<double> ratios)
    {
        var all = ratios.ToList();
        var (low, high) = Statistics.MedianInterval(all, Seed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {measure} {Statistics.Median(all):F3} × bare [{low:F3}, {high:F3}] ({all.Count} pairs)"));
    }
}
