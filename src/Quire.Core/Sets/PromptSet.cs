using Quire.Versioning.Objects;

namespace Quire.Core.Sets;

/// <summary>A prompt set in a tree: a folder with a <c>quire.json</c>.</summary>
/// <param name="Name">Its name; the folder's where the manifest has none, the project's at the root.</param>
/// <param name="Folder">Its folder; empty for the root.</param>
/// <param name="Blob">The content of its manifest.</param>
/// <param name="Manifest">The manifest; null where it cannot be read.</param>
/// <param name="Problem">Why the manifest cannot be read; null where it can.</param>
public sealed record PromptSet(string Name, string Folder, ObjectId Blob, SetManifest? Manifest, string? Problem)
{
    /// <summary>The name of a manifest's file.</summary>
    public const string FileName = "quire.json";

    /// <summary>The path of its manifest.</summary>
    public string FilePath => Folder.Length == 0 ? FileName : $"{Folder}/{FileName}";

    /// <summary>Whether it lies inside another folder, or is it.</summary>
    public bool IsWithin(string folder) => folder.Length == 0 || Folder == folder || Folder.StartsWith(folder + "/", StringComparison.Ordinal);
}
