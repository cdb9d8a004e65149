using System.Globalization;
using System.Security.Cryptography;
using Xunit;

namespace Quire.Testing;

/// <summary>Randomness that can be had again: each source writes its seed into the test's output.</summary>
public static class Seeds
{
    /// <summary>A source with a new seed, or with the one in <c>QUIRE_SEED</c> to run a failure again.</summary>
    public static Random NewRandom() => new(Next());

    /// <summary>The seed itself, for a library that takes one.</summary>
    public static int Next()
    {
        var wanted = Environment.GetEnvironmentVariable("QUIRE_SEED");
        var seed = wanted is null
            ? RandomNumberGenerator.GetInt32(int.MaxValue)
            : int.Parse(wanted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"QUIRE_SEED={seed}");
        return seed;
    }
}
