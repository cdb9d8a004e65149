using System.Globalization;

namespace Quire.Checks.Coverage;

/// <summary>Holds measured coverage against what each assembly owes.</summary>
internal static class CoverageGate
{
    /// <summary>One sentence per assembly that owes more than it has; empty when all is well.</summary>
    /// <param name="assemblies">The assemblies of <c>src/</c>.</param>
    /// <param name="map">What the runs covered.</param>
    public static IReadOnlyList<string> Check(IEnumerable<SourceAssembly> assemblies, CoverageMap map) =>
        [.. assemblies.Select(assembly => Check(assembly, map.Of(assembly.Name))).OfType<string>()];

    private static string? Check(SourceAssembly assembly, AssemblyCoverage coverage)
    {
        if (!assembly.HasSource || coverage.Percent >= assembly.Required)
            return null;
        return coverage.Coverable == 0
            ? $"coverage: {assembly.Name} was loaded by no test"
            : string.Create(CultureInfo.InvariantCulture,
                $"coverage: {assembly.Name} has {Floor(coverage.Percent):0.0} % of its lines covered and owes {assembly.Required:0} %");
    }

    // Rounded down, so that 89.96 never reads "has 90.0 and owes 90".
    internal static double Floor(double percent) => Math.Floor(percent * 10) / 10;
}
