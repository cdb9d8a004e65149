namespace Quire.Templating.Variables;

/// <summary>A piece of text; with a name, what stands there where the name is unknown.</summary>
internal sealed record VariablesPart(string Text, string? Name);
