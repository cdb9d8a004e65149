using Xunit;

namespace Quire.Testing;

/// <summary>Tests that take longer than the daily run has time for.</summary>
public static class LongTests
{
    /// <summary>Whether <c>./test --long</c> runs.</summary>
    public static bool Wanted => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1";

    /// <summary>Skips the running test unless <c>./test --long</c> runs.</summary>
    public static void Only()
    {
        if (!Wanted)
            Assert.Skip("runs with ./test --long");
    }
}
