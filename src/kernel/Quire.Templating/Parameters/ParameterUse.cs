namespace Quire.Templating.Parameters;

/// <summary>One place where a variable is read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public readonly record struct ParameterUse(int Line, int Column);
