namespace Quire.Checks.Coverage;

/// <summary>Which lines of which assembly some run covered. A line is covered when any run covers it.</summary>
internal sealed class CoverageMap
{
    private readonly Dictionary<string, Dictionary<(string File, int Line), bool>> _assemblies = new(StringComparer.Ordinal);

    /// <summary>The assemblies that at least one run has loaded.</summary>
    public IEnumerable<string> Assemblies => _assemblies.Keys;

    /// <summary>Adds what one run saw of one line.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="file">The source file, the same spelling in every run.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="covered">Whether this run came by.</param>
    public void Add(string assembly, string file, int line, bool covered)
    {
        if (!_assemblies.TryGetValue(assembly, out var lines))
            _assemblies[assembly] = lines = [];
        lines[(file, line)] = covered || lines.GetValueOrDefault((file, line));
    }

    /// <summary>The sum for one assembly; no lines at all when no run has loaded it.</summary>
    /// <param name="assembly">The assembly's name.</param>
    public AssemblyCoverage Of(string assembly) =>
        _assemblies.TryGetValue(assembly, out var lines)
            ? new AssemblyCoverage(assembly, lines.Count(line => line.Value), lines.Count)
            : new AssemblyCoverage(assembly, 0, 0);

    /// <summary>The files of an assembly with their uncovered lines, most first.</summary>
    /// <param name="assembly">The assembly's name.</param>
    public IReadOnlyList<(string File, int Uncovered)> WorstFiles(string assembly) =>
        !_assemblies.TryGetValue(assembly, out var lines)
            ? []
            : [.. lines.Where(line => !line.Value)
                .GroupBy(line => line.Key.File, (file, uncovered) => (file, uncovered.Count()))
                .OrderByDescending(file => file.Item2).ThenBy(file => file.file, StringComparer.Ordinal)];
}
