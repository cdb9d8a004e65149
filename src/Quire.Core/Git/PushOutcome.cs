namespace Quire.Core.Git;

/// <summary>What became of a push.</summary>
/// <param name="UnpackError">Why the pack could not be taken, on one line; null where it could.</param>
/// <param name="Refs">What became of each ref, in the order of the commands.</param>
/// <param name="Remarks">Lines for the person who pushes.</param>
public sealed record PushOutcome(string? UnpackError, IReadOnlyList<RefOutcome> Refs, IReadOnlyList<string> Remarks);
