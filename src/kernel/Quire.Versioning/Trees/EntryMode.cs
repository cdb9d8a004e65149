namespace Quire.Versioning.Trees;

/// <summary>The mode of a tree's entry, with git's values. Lenient parsing keeps values that are not named here.</summary>
public enum EntryMode
{
    /// <summary>No entry.</summary>
    None = 0,

    /// <summary>A folder, 40000.</summary>
    Tree = 0x4000,

    /// <summary>A file, 100644.</summary>
    File = 0x81A4,

    /// <summary>An executable file, 100755.</summary>
    Executable = 0x81ED,

    /// <summary>A symbolic link, 120000. Known so that it can be refused by name.</summary>
    Symlink = 0xA000,

    /// <summary>A submodule, 160000. Known so that it can be refused by name.</summary>
    Submodule = 0xE000,
}
