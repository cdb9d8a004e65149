using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

/// <summary>What a person wrote about a filter, test or function: its name (with its arguments where the engine takes any), a phrase, an example.</summary>
internal sealed record ReferenceEntry(string Name, string? Arguments, string Meaning, string Example)
{
    public static IReadOnlyList<ReferenceEntry> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Quire.Templating.Tests", "Docs", "Reference", file))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Parse),
    ];

    private static ReferenceEntry Parse(string line)
    {
        var parts = line.Split(" :: ");
        parts.Length.ShouldBe(3, line);
        var open = parts[0].IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? parts[0] : parts[0][..open];
        return new ReferenceEntry(name, open < 0 ? null : parts[0], parts[1], parts[2].Replace('⏎', '\n'));
    }
}
