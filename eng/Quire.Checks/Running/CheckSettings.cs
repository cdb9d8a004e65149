namespace Quire.Checks.Running;

/// <summary>Where things are, and how much may happen at once.</summary>
/// <param name="Root">The repository's root, absolute.</param>
/// <param name="Output">Where results and logs go; emptied at the start.</param>
/// <param name="Parallel">How many test projects run at once.</param>
/// <param name="Limit">After this long a test project is ended and counts as failed.</param>
/// <param name="SecondLimit">The same for the second run of a project that was ended, which only shows why.</param>
/// <param name="Patience">How long a runner may go on after its test executable has gone.</param>
internal sealed record CheckSettings(string Root, string Output, int Parallel, TimeSpan Limit, TimeSpan SecondLimit, TimeSpan Patience)
{
    /// <summary>The settings that <c>./test</c> uses; <c>QUIRE_LONG=1</c> gives each project an hour instead of twenty minutes.</summary>
    /// <param name="root">The repository's root.</param>
    public static CheckSettings For(string root)
    {
        var full = Path.GetFullPath(root);
        var isLong = Environment.GetEnvironmentVariable("QUIRE_LONG") == "1";
        return new CheckSettings(
            full,
            Path.Combine(full, "artifacts", "test", "results"),
            Math.Clamp(Environment.ProcessorCount, 1, 2),
            TimeSpan.FromMinutes(isLong ? 60 : 20),
            TimeSpan.FromMinutes(3),
            TimeSpan.FromSeconds(60));
    }
}
