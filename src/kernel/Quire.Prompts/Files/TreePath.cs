using Quire.Prompts.Names;

namespace Quire.Prompts.Files;

/// <summary>The little that every stored tree must hold to, pushed and imported ones too.</summary>
public static class TreePath
{
    /// <summary>Refuses <c>.git</c> (ignoring case), <c>.</c>, <c>..</c> and empty segments; null when the path may be stored.</summary>
    public static NameError? Check(string treePath)
    {
        ArgumentNullException.ThrowIfNull(treePath);
        foreach (var range in treePath.AsSpan().Split('/'))
        {
            if (Reason(treePath.AsSpan(range)) is { } reason)
                return new(NameCodes.RefusedPath, $"The path `{SafeText.Of(treePath)}` {reason}.", "rename or remove that entry");
        }

        return null;
    }

    private static string? Reason(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
            return "has an empty segment";
        if (segment is "." or "..")
            return $"contains `{segment}`";
        if (segment.Contains('\0'))
            return "contains NUL";
        return segment.Equals(".git", StringComparison.OrdinalIgnoreCase) ? "contains `.git`" : null;
    }

    internal static bool HasDotSegment(string treePath) =>
        treePath.StartsWith('.') || treePath.Contains("/.", StringComparison.Ordinal);
}
