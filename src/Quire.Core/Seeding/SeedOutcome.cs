namespace Quire.Core.Seeding;

/// <summary>What became of a default prompt.</summary>
public enum SeedOutcome
{
    /// <summary>It was not there, and is now.</summary>
    Seeded,

    /// <summary>It was there with this text, or was there once and somebody deleted it.</summary>
    Skipped,

    /// <summary>It was there with another text, which stays.</summary>
    Changed,
}
