namespace Quire.Versioning.Merging;

/// <summary>What a message of a merge is about.</summary>
public enum MergeMessageKind
{
    /// <summary>A file's content was merged.</summary>
    AutoMerging,

    /// <summary>A file's content conflicts.</summary>
    Contents,

    /// <summary>A binary file was changed on both sides.</summary>
    Binary,

    /// <summary>A file stands where the other side has a folder.</summary>
    FileFolder,

    /// <summary>The sides have things of different types at one path.</summary>
    DistinctTypes,

    /// <summary>One side changed a file that the other deleted.</summary>
    ModifyDelete,

    /// <summary>The sides moved one file to different paths.</summary>
    RenameRename,

    /// <summary>A moved file meets another file at its new path.</summary>
    RenameCollides,

    /// <summary>One side moved a file that the other deleted.</summary>
    RenameDelete,
}
