namespace Quire.Testing;

/// <summary>Tests that take longer than the daily run has time for.</summary>
public static class LongTests
{
    /// <summary>Whether <c>./test --long</c> runs.</summary>
    public static bool Wanted => Environment.GetEnvironmentVariable("QUIRE_LONG") == "1";
}
