using System.Text.Json;
using System.Xml.Linq;

namespace Quire.Architecture.Tests.Packages;

/// <summary>Every package has an exact version and a row in docs/dependencies.md that says why it is there and under which licence.</summary>
internal static class PackagesRule
{
    private static readonly string[] RefusedLicences = ["GPL", "AGPL", "SSPL", "BUSL", "Commercial", "proprietary"];

    /// <summary>Breaches of the packages of .NET and of npm together.</summary>
    /// <param name="props">Directory.Packages.props.</param>
    /// <param name="npm">The package.json of the Studio.</param>
    /// <param name="document">docs/dependencies.md.</param>
    public static IEnumerable<string> Check(string props, string npm, string document)
    {
        var packages = Nuget(props).Concat(Npm(npm)).ToList();
        var rows = Rows(document).ToList();
        foreach (var (place, name, version) in packages)
            if (!version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
                yield return $"{place}: {name} has the version '{version}', which is not exact";
        foreach (var (_, name, _) in packages.Where(package => !rows.Exists(row => Same(row.Name, package.Name))))
            yield return $"docs/dependencies.md has no row for {name}";
        foreach (var row in rows.Where(row => !packages.Exists(package => Same(row.Name, package.Name))))
            yield return $"docs/dependencies.md has a row for {row.Name}, which no list of packages names";
        foreach (var row in rows.Where(row => row.Why.Length < 10 || row.Licence.Length == 0))
            yield return $"docs/dependencies.md: {row.Name} needs a reason and a licence";
        foreach (var row in rows.Where(row => RefusedLicences.Any(word => row.Licence.Contains(word, StringComparison.OrdinalIgnoreCase))))
            yield return $"docs/dependencies.md: {row.Name} has the licence {row.Licence}, which Quire cannot take";
    }

    private static IEnumerable<(string Place, string Name, string Version)> Nuget(string props) => XDocument.Parse(props).Descendants("PackageVersion")
        .Select(package => ("Directory.Packages.props", (string)package.Attribute("Include")!, (string?)package.Attribute("Version") ?? ""));

    private static IEnumerable<(string Place, string Name, string Version)> Npm(string json) =>
        from part in JsonDocument.Parse(json).RootElement.EnumerateObject()
        where part.Name is "dependencies" or "devDependencies"
        from package in part.Value.EnumerateObject()
        select ("studio/package.json", package.Name, package.Value.GetString() ?? "");

    // | `Name` | why | … | licence |
    private static IEnumerable<(string Name, string Why, string Licence)> Rows(string document) =>
        document.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .SelectMany(cells => cells[0].Split(',').Select(name => (name.Trim(' ', '`'), cells[1], cells[^1])));

    // A row may stand for all packages of a scope: `@scope/*`.
    private static bool Same(string row, string package) => row.EndsWith("/*", StringComparison.Ordinal)
        ? package.StartsWith(row[..^1], StringComparison.Ordinal)
        : string.Equals(row, package, StringComparison.OrdinalIgnoreCase);
}
