namespace Quire.Versioning.Trees;

/// <summary>Questions about an <see cref="EntryMode"/>.</summary>
public static class EntryModes
{
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;

    /// <summary>Whether the entry is a folder.</summary>
    public static bool IsTree(this EntryMode mode) => ((int)mode & TypeMask) == (int)EntryMode.Tree;

    /// <summary>Whether the entry is a regular file, executable or not.</summary>
    public static bool IsRegular(this EntryMode mode) => ((int)mode & TypeMask) == RegularType;

    /// <summary>Whether two entries are of one type: both files, both folders, both links.</summary>
    public static bool SameType(this EntryMode mode, EntryMode other) => (((int)mode ^ (int)other) & TypeMask) == 0;

    /// <summary>The mode in octal, without leading zeros, as trees write it.</summary>
    public static string ToOctal(this EntryMode mode) => Convert.ToString((int)mode, 8);

    /// <summary>The mode in six octal digits, as diffs and listings write it.</summary>
    public static string ToSixDigits(this EntryMode mode) => mode.ToOctal().PadLeft(6, '0');
}
