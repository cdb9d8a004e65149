namespace Quire.AspNetCore.Prompts;

/// <summary>One page of prompts.</summary>
/// <param name="Items">The prompts, by path.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent at the end.</param>
/// <param name="Total">How many prompts the project has, whatever the filter; absent for keys bound to tenant scopes.</param>
internal sealed record PromptPage(IReadOnlyList<PromptListEntry> Items, string? Next, long? Total)
{
    /// <summary>The folders below the one that was listed; absent where no folder was.</summary>
    public IReadOnlyList<string>? Folders { get; init; }
}
