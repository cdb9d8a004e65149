using Quire.AspNetCore.Prompts;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>A draft of whoever asks.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Path">The prompt's path.</param>
/// <param name="Base">The commit that the text started from; absent where there was none.</param>
/// <param name="Format">How the file is written down; absent for what it is.</param>
/// <param name="Source">The whole file.</param>
/// <param name="UpdatedAt">When it was kept.</param>
internal sealed record DraftAnswer(string Branch, string Path, string? Base, string? Format, string Source, DateTimeOffset UpdatedAt)
{
    /// <summary>What Core says of it.</summary>
    public static DraftAnswer Of(Draft draft) => new(
        draft.Key.Branch, draft.Key.Path, draft.Base?.ToString(), draft.Format is { } format ? Words.Of(format) : null, draft.Text, draft.UpdatedAt);
}
