namespace Quire.Core.Git;

/// <summary>What became of one ref of a push.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Refusal">Why nothing happened, on one line; null where it moved.</param>
public sealed record RefOutcome(string Name, string? Refusal);
