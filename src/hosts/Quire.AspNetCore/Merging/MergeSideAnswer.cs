using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>One of the three versions that meet in a merge.</summary>
/// <param name="Path">Where the file stands in that version.</param>
/// <param name="Blob">The id of its content.</param>
/// <param name="Text">The content; absent where it is no text, or too long.</param>
internal sealed record MergeSideAnswer(string Path, string Blob, string? Text)
{
    /// <summary>The side; null where there is none.</summary>
    public static MergeSideAnswer? Of(MergeSide? side) => side is null ? null : new(side.Path, side.Blob, side.Text);
}
