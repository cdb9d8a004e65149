using Quire.Testing.Processes;

namespace Quire.Architecture.Tests;

/// <summary>The files of the repository: what git tracks, and what it would track.</summary>
internal static class TrackedFiles
{
    /// <summary>Paths from the root, with <c>/</c>, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. new GitCli(RepositoryRoot.Path)
        .Run("ls-files", "-z", "--cached", "--others", "--exclude-standard")
        .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Where(path => File.Exists(RepositoryRoot.Combine(path)))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>Data that others wrote stands in folders with a SOURCE note; rules for our own words do not bind it.</summary>
    public static IReadOnlyList<string> Own { get; } = [.. All.Where(path => !ForeignFolders().Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))];

    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));

    private static List<string> ForeignFolders() =>
        [.. All.Where(path => Path.GetFileNameWithoutExtension(path) == "SOURCE").Select(path => path[..(path.LastIndexOf('/') + 1)])];
}
