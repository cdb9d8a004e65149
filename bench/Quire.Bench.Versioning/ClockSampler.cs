using System.Diagnostics;
using Quire.Bench.Harness;

namespace Quire.Bench.Versioning;

/// <summary>Times a use case by the clock: its reads of the store run on other threads, and its peer is a process.</summary>
internal sealed class ClockSampler(string name, Func<Task> work) : ISampler
{
    public string Name => name;

    public double Sample(int operations)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < operations; i++)
            work().GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }
}
