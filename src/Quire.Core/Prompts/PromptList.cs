namespace Quire.Core.Prompts;

/// <summary>One page of prompts.</summary>
/// <param name="Items">The prompts, by path.</param>
/// <param name="Next">The path after which the next page begins; null at the end.</param>
/// <param name="Total">How many prompts the project has, whatever the filter; null for callers bound to tenants.</param>
public sealed record PromptList(IReadOnlyList<PromptListItem> Items, string? Next, long? Total)
{
    /// <summary>The folders below the one that was listed; empty where no folder was.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}
