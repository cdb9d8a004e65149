namespace Quire.Checks.Running;

/// <summary>Finds everything that <c>./test</c> runs.</summary>
internal static class TestProjects
{
    /// <summary>The .NET test projects below <c>tests/</c> and the web app, real processes first because they take longest.</summary>
    /// <param name="root">The repository's root, absolute.</param>
    public static IReadOnlyList<TestProject> Find(string root) =>
        [.. FindDotnet(root).Concat(FindVitest(root))
            .OrderByDescending(project => project.Name.Contains("Acceptance", StringComparison.Ordinal))
            .ThenByDescending(project => project.Name.Contains("Storage", StringComparison.Ordinal))
            .ThenBy(project => project.Name, StringComparer.Ordinal)];

    private static IEnumerable<TestProject> FindDotnet(string root)
    {
        var folder = Path.Combine(root, "tests");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.Tests.csproj", SearchOption.AllDirectories)
                .Select(file => new TestProject(Path.GetFileNameWithoutExtension(file), file, TestProjectKind.Dotnet))
            : [];
    }

    private static IEnumerable<TestProject> FindVitest(string root)
    {
        var file = Path.Combine(root, "studio", "package.json");
        if (File.Exists(file) && File.ReadAllText(file).Contains("\"vitest\"", StringComparison.Ordinal))
            yield return new TestProject("studio", file, TestProjectKind.Vitest);
    }
}
