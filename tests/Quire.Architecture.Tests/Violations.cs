namespace Quire.Architecture.Tests;

/// <summary>How rules are asserted: each breach is one line that names the place and the way out.</summary>
internal static class Violations
{
    public static void ShouldBeNone(this IEnumerable<string> violations)
    {
        var lines = violations.ToList();
        if (lines.Count > 0)
            Assert.Fail(string.Join('\n', lines));
    }
}
