using System.Xml.Linq;

namespace Quire.Architecture.Tests.Packages;

/// <summary>Every package has an exact version and a row in docs/dependencies.md that says why it is there and under which licence.</summary>
internal static class PackagesRule
{
    private static readonly string[] RefusedLicences = ["GPL", "AGPL", "SSPL", "BUSL", "Commercial", "proprietary"];

    public static IEnumerable<string> Check(string props, string document)
    {
        var packages = XDocument.Parse(props).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string?)package.Attribute("Version") ?? "", StringComparer.OrdinalIgnoreCase);
        var rows = Rows(document).ToList();
        foreach (var (name, version) in packages)
            if (!version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
                yield return $"Directory.Packages.props: {name} has the version '{version}', which is not exact";
        foreach (var name in packages.Keys.Where(name => !rows.Exists(row => Same(row.Name, name))))
            yield return $"docs/dependencies.md has no row for {name}";
        foreach (var row in rows.Where(row => !packages.ContainsKey(row.Name)))
            yield return $"docs/dependencies.md has a row for {row.Name}, which Directory.Packages.props does not name";
        foreach (var row in rows.Where(row => row.Why.Length < 10 || row.Licence.Length == 0))
            yield return $"docs/dependencies.md: {row.Name} needs a reason and a licence";
        foreach (var row in rows.Where(row => RefusedLicences.Any(word => row.Licence.Contains(word, StringComparison.OrdinalIgnoreCase))))
            yield return $"docs/dependencies.md: {row.Name} has the licence {row.Licence}, which Quire cannot take";
    }

    // | `Name` | why | … | licence |
    private static IEnumerable<(string Name, string Why, string Licence)> Rows(string document) =>
        document.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .SelectMany(cells => cells[0].Split(',').Select(name => (name.Trim(' ', '`'), cells[1], cells[^1])));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
