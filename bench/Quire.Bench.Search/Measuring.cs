using System.Diagnostics;
using Quire.Bench.Harness;
using Quire.Core.Access;
using Quire.Core.Search;

namespace Quire.Bench.Search;

/// <summary>Asks the service and the bare index the same things, taking turns, by the clock.</summary>
internal sealed class Measuring(SearchService search, IBareIndex bare, int pairs, int seed)
{
    private const int WarmUp = 20;

    /// <summary>One kind of search, each search once on each side; every second pair begins with the bare one.</summary>
    public async Task<LatencyComparison> Compare(string what, Principal caller, Func<SearchCase> make)
    {
        for (var i = 0; i < WarmUp; i++)
            await Pair(caller, make(), i % 2 == 0);
        var (subject, peer, matches) = (new double[pairs], new double[pairs], new double[pairs]);
        for (var i = 0; i < pairs; i++)
        {
            var one = make();
            (subject[i], peer[i]) = await Pair(caller, one, i % 2 == 0);
            matches[i] = bare.Count(one.Words);
        }
        Console.WriteLine(FormattableString.Invariant($"       {what}: {Statistics.Median(matches):N0} matches in the middle, {matches.Min():N0} to {matches.Max():N0}"));
        return new LatencyComparison(subject, peer, seed);
    }

    private async Task<(double Subject, double Peer)> Pair(Principal caller, SearchCase one, bool serviceFirst)
    {
        var first = serviceFirst ? await Serve(caller, one) : 0;
        var start = Stopwatch.GetTimestamp();
        var found = bare.Find(one.Words);
        var peer = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        if (found == 0)
            throw new InvalidOperationException($"The bare index does not find '{string.Join(' ', one.Words)}'.");
        return (serviceFirst ? first : await Serve(caller, one), peer);
    }

    private async Task<double> Serve(Principal caller, SearchCase one)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await search.Search(caller, one.Request);
        var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return result.Hits.Count > 0 || caller.IsBoundToTenants || one.Request.Project is not null || one.Request.Alias is not null
            ? time : throw new InvalidOperationException($"'{one.Request.Text}' finds nothing.");
    }
}
