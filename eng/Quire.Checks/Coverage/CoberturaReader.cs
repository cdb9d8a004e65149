using System.Globalization;
using System.Xml.Linq;

namespace Quire.Checks.Coverage;

/// <summary>Reads the coverage files that coverlet writes.</summary>
internal static class CoberturaReader
{
    /// <summary>Adds the lines of one file to a map; generated code, which lies outside <paramref name="sourceFolder"/>, is left out.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="sourceFolder">The absolute path of the folder whose files count.</param>
    /// <param name="map">Where the lines go.</param>
    public static void Read(string text, string sourceFolder, CoverageMap map)
    {
        var document = XDocument.Parse(text);
        var roots = document.Descendants("source").Select(source => source.Value).DefaultIfEmpty("/").ToList();
        foreach (var package in document.Descendants("package"))
            foreach (var type in package.Descendants("class"))
                if (FileOf(type, roots, sourceFolder) is { } file)
                    ReadLines(type, (string?)package.Attribute("name") ?? "", file, map);
    }

    private static string? FileOf(XElement type, IReadOnlyList<string> roots, string sourceFolder)
    {
        var name = (string?)type.Attribute("filename") ?? "";
        var inside = sourceFolder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return roots.Select(root => Path.GetFullPath(Path.Combine(root, name)))
            .FirstOrDefault(file => file.StartsWith(inside, StringComparison.Ordinal));
    }

    // Only the class's own list: the lines of its methods are the same lines once more.
    private static void ReadLines(XElement type, string assembly, string file, CoverageMap map)
    {
        foreach (var line in type.Elements("lines").Elements("line"))
            map.Add(assembly, file, Number(line, "number"), Number(line, "hits") > 0);
    }

    private static int Number(XElement line, string name) =>
        int.TryParse((string?)line.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
}
