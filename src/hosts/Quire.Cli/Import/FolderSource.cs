using Quire.Cli.Terminal;
using Quire.Core.Errors;

namespace Quire.Cli.Import;

/// <summary>The files of a folder, by path. Reads everything but <c>.git</c>; refuses what is no plain file.</summary>
internal static class FolderSource
{
    /// <summary>The files below <paramref name="root"/>.</summary>
    public static IReadOnlyList<ImportFile> Read(string root) =>
        [.. CliErrors.Reading(root, () => Walk(new DirectoryInfo(root), "").ToList()).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static IEnumerable<ImportFile> Walk(DirectoryInfo folder, string prefix)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => entry.Name != ".git"))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
                throw new QuireException(ErrorKind.Rejected, "symlink_refused", $"'{path}' is a symbolic link to '{entry.LinkTarget}'; links are not stored.", "Put the file itself in its place, or remove the link.");
            if (entry is DirectoryInfo child)
            {
                foreach (var file in Walk(child, path + "/"))
                    yield return file;
            }
            else if (entry is FileInfo file)
            {
                yield return Of(file, path);
            }
        }
    }

    private static ImportFile Of(FileInfo file, string path) =>
        new(path, file.Length, () => CliErrors.Reading(path, () => File.ReadAllBytes(file.FullName)), IsExecutable(file));

    private static bool IsExecutable(FileInfo file) => !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
}
