namespace Quire.Versioning.Trees;

/// <summary>
/// What may stand in a tree. The base rules are those of every project: no <c>.git</c> in any spelling that a file system might take for it,
/// no <c>.</c>, <c>..</c>, empty segment or NUL, and no mode but 100644, 100755 and 40000. A caller adds its own with <see cref="Also"/>.
/// </summary>
public sealed class TreeRules
{
    private readonly Func<string, EntryMode, string?>? _extra;

    private TreeRules(Func<string, EntryMode, string?>? extra) => _extra = extra;

    /// <summary>The base rules.</summary>
    public static TreeRules Base { get; } = new(null);

    /// <summary>These rules and one more.</summary>
    /// <param name="refusal">Gets a path and its mode; answers one sentence where it refuses, else null.</param>
    public TreeRules Also(Func<string, EntryMode, string?> refusal) =>
        new(_extra is { } first ? (path, mode) => first(path, mode) ?? refusal(path, mode) : refusal);

    /// <summary>Checks a whole path and its mode.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.RefusedPath"/> or <see cref="VersioningCodes.RefusedMode"/>, naming the path.</exception>
    public void Check(string path, EntryMode mode)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (SegmentRefusal(path.AsSpan()[range]) is { } reason)
                throw Refused(path, reason);
        }
        CheckMode(path, mode);
        if (_extra?.Invoke(path, mode) is { } more)
            throw Refused(path, more);
    }

    /// <summary>Checks one entry of a tree whose folder was checked before.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.RefusedPath"/> or <see cref="VersioningCodes.RefusedMode"/>, naming the path.</exception>
    public void CheckEntry(string folder, in TreeEntry entry)
    {
        var path = GitPath.Join(folder, entry.Name);
        if ((SegmentRefusal(entry.Name) ?? (entry.Name.Contains('/') ? "a name with a slash" : null)) is { } reason)
            throw Refused(path, reason);
        CheckMode(path, entry.Mode);
        if (_extra?.Invoke(path, entry.Mode) is { } more)
            throw Refused(path, more);
    }

    /// <summary>Why a path segment may not be stored; null where it may.</summary>
    public static string? SegmentRefusal(ReadOnlySpan<char> segment) => segment switch
    {
        "" => "an empty segment",
        "." or ".." => $"the segment '{segment}'",
        _ when segment.Contains('\0') => "a NUL",
        _ when DotGit.Matches(segment) => $"'{segment}', which a file system may take for '.git'",
        _ => null,
    };

    private static void CheckMode(string path, EntryMode mode)
    {
        if (mode is EntryMode.File or EntryMode.Executable or EntryMode.Tree)
            return;
        var what = mode switch
        {
            EntryMode.Symlink => "a symbolic link",
            EntryMode.Submodule => "a submodule",
            _ => $"of mode {mode.ToSixDigits()}",
        };
        throw new VersioningException(VersioningCodes.RefusedMode, $"'{path}' is {what}.", "Only files (100644, 100755) and folders are stored.") { Subject = path };
    }

    private static VersioningException Refused(string path, string reason) => new(
        VersioningCodes.RefusedPath,
        $"The path '{path.Replace("\0", "\\0", StringComparison.Ordinal)}' has {reason}.",
        "Rename the file and try again.")
    { Subject = path };
}
