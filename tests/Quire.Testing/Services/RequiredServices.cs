using Xunit;

namespace Quire.Testing.Services;

/// <summary>Decides what a missing service means: on CI a failure, elsewhere a skipped test.</summary>
public static class RequiredServices
{
    /// <summary>Whether <c>QUIRE_REQUIRE_SERVICES=1</c> makes a missing service a failure.</summary>
    public static bool Demanded => Environment.GetEnvironmentVariable("QUIRE_REQUIRE_SERVICES") == "1";

    /// <summary>Ends the running test: skipped, or failed where services are demanded.</summary>
    /// <param name="reason">What is missing and how to get it.</param>
    public static void Missing(string reason)
    {
        if (Demanded)
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
