using Quire.Core.Changes;

namespace Quire.Core.Prompts;

/// <summary>What a change of several prompts did.</summary>
/// <param name="Applied">The one change.</param>
/// <param name="Prompts">How many prompts were meant.</param>
/// <param name="Skipped">The paths that it did not concern, because they lack the alias to follow.</param>
public sealed record BulkResult(Applied Applied, int Prompts, IReadOnlyList<string> Skipped);
