using System.Diagnostics;
using System.Globalization;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>The highest resident memory of this process so far.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    public static long Bytes()
    {
        if (!File.Exists(Status))
            return Process.GetCurrentProcess().PeakWorkingSet64;
        var line = File.ReadLines(Status).First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
    }
}
