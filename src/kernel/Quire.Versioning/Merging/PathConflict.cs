using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging;

/// <summary>
/// A path that a merge could not settle. The three versions are git's index stages 1 to 3: their paths differ from <see cref="Path"/> where a
/// rename brought them here.
/// </summary>
/// <param name="Path">Where the result stands in the merged tree.</param>
/// <param name="Base">The common ancestor's version; null where it has none.</param>
/// <param name="Ours">Our version; null where we have none.</param>
/// <param name="Theirs">Their version; null where they have none.</param>
/// <param name="Result">What the merged tree holds here, conflict markers included; null where it holds nothing.</param>
public sealed record PathConflict(string Path, TreeFile? Base, TreeFile? Ours, TreeFile? Theirs, TreeFile? Result)
{
    /// <summary>Merges the contents again and gives the pieces, for an editor. A version that is missing counts as empty.</summary>
    /// <param name="source">Where the contents are read from.</param>
    /// <param name="options">How; null for git's way.</param>
    public FileMerge MergeContents(IObjectSource source, FileMergeOptions? options = null) =>
        FileMerger.Merge(Read(source, Base), Read(source, Ours), Read(source, Theirs), options);

    private static ReadOnlyMemory<byte> Read(IObjectSource source, TreeFile? file) => file is { } f ? source.ReadBlob(f.Id) : default;
}
