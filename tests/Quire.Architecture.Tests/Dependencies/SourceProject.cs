using System.Xml.Linq;

namespace Quire.Architecture.Tests.Dependencies;

/// <summary>What a project file of src/ says that rules ask about.</summary>
internal sealed record SourceProject(
    string Name, Layer Layer, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    private string? _assembly;

    /// <summary>The assembly's name, which differs from the project's for the executable.</summary>
    public string Assembly
    {
        get => _assembly ?? Name;
        init => _assembly = value;
    }

    /// <summary>All projects below src/.</summary>
    public static IReadOnlyList<SourceProject> All { get; } = [.. TrackedFiles.All
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => Parse(path, TrackedFiles.Read(path)))];

    public static SourceProject Parse(string path, string text)
    {
        var document = XDocument.Parse(text);
        return new SourceProject(
            Path.GetFileNameWithoutExtension(path),
            LayerOf(path),
            [.. Includes(document, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(document, "PackageReference")],
            [.. Includes(document, "FrameworkReference"), .. SdkFramework(document)])
        {
            Assembly = document.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path),
        };
    }

    /// <summary>The built assembly, from the project's own output folder: copies beside the tests may be instrumented for coverage.</summary>
    public string AssemblyPath => RepositoryRoot.Combine("artifacts", "bin", Name, Configuration(), Assembly + ".dll");

    private static Layer LayerOf(string path) => path.Split('/') switch
    {
        ["src", "kernel", ..] => Layer.Kernel,
        ["src", "Quire.Core", ..] => Layer.Core,
        ["src", "adapters", ..] => Layer.Adapter,
        ["src", "hosts", ..] => Layer.Host,
        ["src", "Quire.Client", ..] => Layer.Client,
        _ => throw new InvalidOperationException($"{path} stands in no layer: see the table in CONTRIBUTING.md"),
    };

    private static IEnumerable<string> Includes(XDocument document, string element) =>
        document.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();

    private static IEnumerable<string> SdkFramework(XDocument document) =>
        (string?)document.Root?.Attribute("Sdk") == "Microsoft.NET.Sdk.Web" ? ["Microsoft.AspNetCore.App"] : [];

    // artifacts/bin/Quire.Architecture.Tests/debug/ → debug
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
}
