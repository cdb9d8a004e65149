using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>A page of runs.</summary>
/// <param name="Items">The runs, newest first.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent where this is the last one.</param>
internal sealed record RunList(IReadOnlyList<RunEntry> Items, string? Next)
{
    /// <summary>What Core says.</summary>
    public static RunList Of(RunPage page) => new([.. page.Items.Select(RunEntry.Of)], page.Next);
}
