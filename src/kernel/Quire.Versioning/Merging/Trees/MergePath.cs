using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>
/// What a merge knows of one path: the three versions, and, once it is settled, the result. Versions are numbered 0 for the base, 1 for our
/// side and 2 for theirs; masks have bit 1, 2 and 4 for them.
/// </summary>
internal sealed class MergePath
{
    /// <summary>The versions at this path; renames may bring some from elsewhere.</summary>
    public FileVersion[] Stages { get; private init; } = new FileVersion[3];

    /// <summary>Where each version comes from.</summary>
    public string[] Names { get; private init; } = new string[3];

    /// <summary>Which versions have a file here.</summary>
    public int FileMask { get; set; }

    /// <summary>Which versions have a folder here.</summary>
    public int DirMask { get; set; }

    /// <summary>Which versions are the same; 0 or at least two bits.</summary>
    public int MatchMask { get; set; }

    /// <summary>Whether a file and a folder compete for the path.</summary>
    public bool FileMeetsFolder { get; set; }

    /// <summary>Whether a rename left a conflict that content cannot settle.</summary>
    public bool PathConflict { get; set; }

    /// <summary>Whether the result is settled.</summary>
    public bool IsClean { get; set; }

    /// <summary>Whether the result is that nothing stands here.</summary>
    public bool IsGone { get; set; }

    /// <summary>What stands in the merged tree; with conflict markers where it is not clean.</summary>
    public FileVersion Result { get; set; }

    public static MergePath Settled(FileVersion result) => new() { IsClean = true, Result = result, IsGone = result.IsAbsent };

    /// <summary>A copy that no longer knows of folders.</summary>
    public MergePath CloneFilesOnly()
    {
        var copy = Clone();
        copy.ForgetFolders();
        return copy;
    }

    public MergePath Clone() => new()
    {
        Stages = [.. Stages],
        Names = [.. Names],
        FileMask = FileMask,
        DirMask = DirMask,
        MatchMask = MatchMask,
        FileMeetsFolder = FileMeetsFolder,
        PathConflict = PathConflict,
        IsClean = IsClean,
        IsGone = IsGone,
        Result = Result,
    };

    public void ForgetFolders()
    {
        MatchMask &= ~DirMask;
        DirMask = 0;
        for (var side = 0; side < 3; side++)
        {
            if ((FileMask & (1 << side)) == 0)
                Stages[side] = default;
        }
    }

    /// <summary>Settles the path on nothing.</summary>
    public void SettleAsGone()
    {
        IsGone = true;
        IsClean = true;
    }

    public bool IsRegular(int side) => Stages[side].Mode.IsRegular();
}
