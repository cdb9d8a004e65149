namespace Quire.Architecture.Tests.Docs;

/// <summary>Every relative link of a document leads to a file of the repository, and its anchor to a heading there.</summary>
internal static class LinkRule
{
    /// <param name="path">The document, from the root.</param>
    /// <param name="text">Its text.</param>
    /// <param name="files">All files of the repository.</param>
    /// <param name="read">Reads one of them.</param>
    public static IEnumerable<string> Check(string path, string text, IReadOnlyCollection<string> files, Func<string, string> read)
    {
        foreach (var link in MarkdownText.Links(text).Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
            if (!files.Contains(target) && !files.Any(file => file.StartsWith(target + "/", StringComparison.Ordinal)))
                yield return $"{path} links to {link}: there is no {target}";
            else if (parts.Length == 2 && target.EndsWith(".md", StringComparison.Ordinal)
                && !MarkdownText.Anchors(target == path ? text : read(target)).Contains(parts[1], StringComparer.Ordinal))
                yield return $"{path} links to {link}: {target} has no such heading";
        }
    }

    private static string Resolve(string path, string link)
    {
        var parts = new List<string>(path.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(link).Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        return string.Join('/', parts);
    }
}
