using Quire.Cli.Rendering;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Lint;

/// <summary>A file to check.</summary>
/// <param name="Path">Where it is, as people read it.</param>
/// <param name="TreePath">The path that it would have in a project: relative to the folder that was named, or as it was named.</param>
internal sealed record LintedFile(string Path, string TreePath)
{
    /// <summary>The files that an argument means.</summary>
    public static IEnumerable<LintedFile> In(CliContext cli, string path)
    {
        if (path == SourceReader.StandardInput || !Directory.Exists(cli.PathOf(path)))
            return [new LintedFile(path, path.Replace('\\', '/'))];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(cli.PathOf(path), "*.prompt.*", options)
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetRelativePath(cli.PathOf(path), file))
            .Order(StringComparer.Ordinal)
            .Select(file => new LintedFile(System.IO.Path.Combine(path, file), file.Replace('\\', '/')));
    }
}
