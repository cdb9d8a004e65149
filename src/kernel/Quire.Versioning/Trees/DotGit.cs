using System.Text;

namespace Quire.Versioning.Trees;

/// <summary>Recognises every spelling of <c>.git</c> that Windows and macOS file systems take for it, as git's own check does.</summary>
internal static class DotGit
{
    /// <summary>Whether a segment, or a part of it between backslashes, is taken for <c>.git</c>.</summary>
    public static bool Matches(ReadOnlySpan<char> segment)
    {
        foreach (var range in segment.Split('\\'))
        {
            var part = segment[range];
            if (IsNtfs(part) || IsHfs(part))
                return true;
        }
        return false;
    }

    // NTFS drops spaces and dots at the end, reads what follows a colon as a stream's name, and has short names.
    private static bool IsNtfs(ReadOnlySpan<char> part)
    {
        var colon = part.IndexOf(':');
        var name = (colon < 0 ? part : part[..colon]).TrimEnd(" .");
        return name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase);
    }

    // HFS+ ignores some invisible code points.
    private static bool IsHfs(ReadOnlySpan<char> part)
    {
        if (System.Text.Ascii.IsValid(part))
            return false;
        var visible = new StringBuilder(part.Length);
        foreach (var c in part)
        {
            if (!IsIgnored(c))
                visible.Append(c);
        }
        return visible.Equals(".git") || visible.ToString().Equals(".git", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsIgnored(char c) => c is
        (>= '\u200c' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u206a' and <= '\u206f') or '\ufeff';
}
