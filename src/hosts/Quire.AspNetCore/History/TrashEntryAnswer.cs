using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>A deleted prompt.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="FilePath">Its file's path.</param>
/// <param name="Version">Its newest version that can be brought back; absent where each was deleted itself.</param>
/// <param name="LastNumber">The highest number that it ever had.</param>
internal sealed record TrashEntryAnswer(string Path, string FilePath, long? Version, long LastNumber)
{
    /// <summary>What Core says of it.</summary>
    public static TrashEntryAnswer Of(TrashEntry entry) => new(entry.Prompt.Path, entry.Prompt.FilePath, entry.Version?.Number, entry.Prompt.LastNumber);
}
