using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Quire.Bench.Harness;

/// <summary>The processor time of the calling thread, so that whatever else runs on the machine does not count; wall time where the system does not tell.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    public static long Nanoseconds()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0)
            return time.Seconds * 1_000_000_000 + time.Nanoseconds;
        return (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
