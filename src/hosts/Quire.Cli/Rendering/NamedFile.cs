using Quire.Cli.Terminal;

namespace Quire.Cli.Rendering;

/// <summary>A file that is not stored.</summary>
/// <param name="Path">Where it is, as people read it.</param>
/// <param name="TreePath">The path that it would have in a project: relative to the folder that was named, or as it was named.</param>
internal sealed record NamedFile(string Path, string TreePath)
{
    /// <summary>The files that an argument means.</summary>
    public static IEnumerable<NamedFile> In(CliContext cli, string path)
    {
        if (path == SourceReader.StandardInput || !Directory.Exists(cli.PathOf(path)))
            return [new NamedFile(path, path.Replace('\\', '/'))];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(cli.PathOf(path), "*.prompt.*", options)
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetRelativePath(cli.PathOf(path), file))
            .Order(StringComparer.Ordinal)
            .Select(file => new NamedFile(System.IO.Path.Combine(path, file), file.Replace('\\', '/')));
    }
}
