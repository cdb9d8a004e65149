namespace Quire.Checks.Results;

/// <summary>What became of one test.</summary>
internal enum TestOutcome
{
    /// <summary>It ran and held.</summary>
    Passed,

    /// <summary>It ran and did not hold, or could not be run although it should.</summary>
    Failed,

    /// <summary>It did not run and says why.</summary>
    Skipped,
}
