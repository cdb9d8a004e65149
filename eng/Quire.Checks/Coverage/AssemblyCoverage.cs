namespace Quire.Checks.Coverage;

/// <summary>The covered lines of one assembly.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Covered">Lines that some run covered.</param>
/// <param name="Coverable">Lines that could be covered.</param>
internal sealed record AssemblyCoverage(string Assembly, int Covered, int Coverable)
{
    /// <summary>0 to 100; 0 when nothing could be covered.</summary>
    public double Percent => Coverable == 0 ? 0 : 100.0 * Covered / Coverable;
}
