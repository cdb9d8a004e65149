namespace Quire.Architecture.Tests.Dependencies;

/// <summary>Who may reference whom. The same rule reads project files and the references of built assemblies.</summary>
internal static class DirectionRule
{
    // Parsers and arithmetic only: the kernel neither hosts nor injects nor reaches outside.
    private static readonly string[] KernelPackages = ["YamlDotNet"];

    // Core decides; it names no technology.
    private static readonly string[] CorePackages = [];

    public static IEnumerable<string> Check(IReadOnlyCollection<SourceProject> projects)
    {
        var layers = projects.ToDictionary(project => project.Name, project => project.Layer, StringComparer.Ordinal);
        foreach (var project in projects)
        {
            foreach (var name in project.Projects.Where(layers.ContainsKey))
                if (!MayReference(project.Name, project.Layer, name, layers[name]))
                    yield return $"{project.Name} ({project.Layer}) must not reference {name} ({layers[name]})";
            foreach (var name in project.Projects.Where(name => !layers.ContainsKey(name)))
                yield return $"{project.Name} references {name}, which is no project of src/";
            foreach (var breach in CheckPackages(project))
                yield return breach;
        }
    }

    public static bool MayReference(string from, Layer fromLayer, string to, Layer toLayer) => (fromLayer, toLayer) switch
    {
        (_, Layer.Kernel) => true,
        (Layer.Adapter or Layer.Host, Layer.Core) => true,
        (Layer.Host, Layer.Adapter) => true,
        (Layer.Host, Layer.Client) => from == "Quire.Cli",
        (Layer.Host, Layer.Host) => from == "Quire.Cli" && to == "Quire.AspNetCore",
        _ => false,
    };

    private static IEnumerable<string> CheckPackages(SourceProject project)
    {
        if (project.Layer is not (Layer.Kernel or Layer.Core))
            yield break;
        var allowed = project.Layer == Layer.Kernel ? KernelPackages : CorePackages;
        foreach (var package in project.Packages.Except(allowed, StringComparer.Ordinal))
            yield return $"{project.Name} ({project.Layer}) must not use the package {package}";
        foreach (var framework in project.Frameworks)
            yield return $"{project.Name} ({project.Layer}) must not use the framework {framework}";
    }
}
