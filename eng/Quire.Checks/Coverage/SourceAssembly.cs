namespace Quire.Checks.Coverage;

/// <summary>An assembly of <c>src/</c> and the share of its lines that tests must cover.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Required">Percent, 0 to 100.</param>
/// <param name="HasSource">Whether there is a source file to cover.</param>
internal sealed record SourceAssembly(string Name, double Required, bool HasSource);
