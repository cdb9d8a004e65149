namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Rows that differ from their judge for a reason: one per line, <c>id | reason</c>; docs/COMPATIBILITY.md explains each.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> Read(string file) =>
        File.ReadLines(file)
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
}
