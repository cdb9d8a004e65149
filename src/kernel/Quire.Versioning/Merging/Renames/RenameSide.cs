using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Renames;

/// <summary>What one side of a merge did to paths: files that came, files that went, and which of the latter matter.</summary>
internal sealed class RenameSide
{
    /// <summary>Files that are only on this side, in the order of the walk.</summary>
    public List<TreeFile> Added { get; } = [];

    /// <summary>Files of the base that are not on this side, in the order of the walk.</summary>
    public List<TreeFile> Removed { get; } = [];

    /// <summary>Removed files for which a rename would matter.</summary>
    public Dictionary<string, SourceRelevance> Relevant { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders of the base that are not on this side.</summary>
    public Dictionary<string, DirRelevance> RemovedFolders { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there is anything to find.</summary>
    public bool MayHaveRenames => Added.Count + Removed.Count > 0 && Relevant.Count > 0;
}
