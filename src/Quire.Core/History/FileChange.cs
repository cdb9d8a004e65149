using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>One file that a commit sets or removes.</summary>
/// <param name="Path">The file's path from the root.</param>
public sealed record FileChange(string Path)
{
    /// <summary>The new content; null where <see cref="Blob"/> names one that is stored, or the file is removed.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The id of stored content; null where <see cref="Content"/> brings it.</summary>
    public ObjectId? Blob { get; init; }

    /// <summary>The content that the file must still have when the commit is made, the zero id where it must not be there; null where that does not matter.</summary>
    public ObjectId? Expected { get; init; }

    /// <summary>Whether the file may be run (100755).</summary>
    public bool Executable { get; init; }

    /// <summary>Whether the file, or the folder, is removed.</summary>
    public bool IsRemoval => Content is null && Blob is null;
}
