namespace Quire.Core.Seeding;

/// <summary>What became of one default prompt.</summary>
/// <param name="Name">What the application calls it.</param>
/// <param name="Path">Its path in the registry; where it was moved to, if somebody moved it.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Deleted">Whether somebody deleted it, which is why it was left out.</param>
public sealed record SeededItem(string Name, string Path, SeedOutcome Outcome, bool Deleted = false);
