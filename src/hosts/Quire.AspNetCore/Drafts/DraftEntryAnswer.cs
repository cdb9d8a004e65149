using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>A draft in a list, without its text.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Path">The prompt's path.</param>
/// <param name="Base">The commit that the text started from; absent where there was none.</param>
/// <param name="Bytes">How long the text is, in UTF-8.</param>
/// <param name="UpdatedAt">When it was kept.</param>
internal sealed record DraftEntryAnswer(string Branch, string Path, string? Base, long Bytes, DateTimeOffset UpdatedAt)
{
    /// <summary>What Core says of it.</summary>
    public static DraftEntryAnswer Of(DraftEntry entry) => new(entry.Branch, entry.Path, entry.Base?.ToString(), entry.Bytes, entry.UpdatedAt);
}
