using System.Diagnostics;

namespace Quire.Bench.Harness;

/// <summary>Compares two samplers in alternating pairs, so that whatever else the machine does weighs on both.</summary>
public static class PairComparison
{
    private const int LeastPairs = 21;
    private static readonly TimeSpan _stillness = TimeSpan.FromSeconds(1);

    /// <summary>Warms both up, finds how many operations fill a sample, and takes the pairs; every second pair begins with the peer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 21 pairs.</exception>
    public static PairResult Run(ISampler subject, ISampler peer, PairOptions? options = null)
    {
        options ??= new PairOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Pairs, LeastPairs);
        var subjectOperations = WarmUp(subject, options);
        var peerOperations = WarmUp(peer, options);
        var (subjectTimes, peerTimes) = (new double[options.Pairs], new double[options.Pairs]);
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            if (pair % 2 == 1)
                peerTimes[pair] = peer.Sample(peerOperations);
            subjectTimes[pair] = subject.Sample(subjectOperations);
            if (pair % 2 == 0)
                peerTimes[pair] = peer.Sample(peerOperations);
        }

        return Summarise(subject.Name, peer.Name, subjectTimes, peerTimes, options.Seed);
    }

    private static PairResult Summarise(string subject, string peer, double[] subjectTimes, double[] peerTimes, int seed)
    {
        var ratios = subjectTimes.Zip(peerTimes, (s, p) => s / p).ToArray();
        var (low, high) = Statistics.MedianInterval(ratios, seed);
        return new PairResult(
            subject, peer, Statistics.Median(subjectTimes), Statistics.Median(peerTimes), Statistics.Median(ratios), low, high, ratios.Length);
    }

    // Ends when a second has brought nothing that is faster by more than 3 %. The best sample says how many operations fill one.
    private static int WarmUp(ISampler sampler, PairOptions options)
    {
        var clock = Stopwatch.StartNew();
        var (operations, best, improved) = (1, double.MaxValue, TimeSpan.Zero);
        while (clock.Elapsed < options.WarmUp || (clock.Elapsed - improved < _stillness && clock.Elapsed < options.LongestWarmUp))
        {
            var nanoseconds = sampler.Sample(operations);
            if (nanoseconds < best * 0.97)
                improved = clock.Elapsed;
            best = Math.Min(best, nanoseconds);
            operations = (int)Math.Clamp(options.SampleTime.TotalNanoseconds / Math.Max(best, 1), 1, 1 << 24);
        }

        return operations;
    }
}
