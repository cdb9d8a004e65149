using System.Xml.Linq;

namespace Quire.Checks.Coverage;

/// <summary>Finds the assemblies whose coverage counts.</summary>
internal static class SourceAssemblies
{
    private const double Kernel = 90;
    private const double Others = 80;

    /// <summary>One entry per project below <c>src/</c>, by name.</summary>
    /// <param name="root">The repository's root.</param>
    public static IReadOnlyList<SourceAssembly> Find(string root)
    {
        var source = Path.Combine(root, "src");
        if (!Directory.Exists(source))
            return [];
        return [.. Directory.EnumerateFiles(source, "*.csproj", SearchOption.AllDirectories)
            .Select(project => Describe(source, project))
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)];
    }

    private static SourceAssembly Describe(string source, string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var isKernel = Path.GetRelativePath(source, project).Split(Path.DirectorySeparatorChar)[0] == "kernel";
        return new SourceAssembly(
            NameOf(project),
            isKernel ? Kernel : Others,
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any());
    }

    private static string NameOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value
        ?? Path.GetFileNameWithoutExtension(project);
}
