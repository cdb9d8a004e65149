namespace Quire.Prompts.Schemas;

/// <summary>Why a schema is not usable.</summary>
/// <param name="Path">The place in the schema, as a JSON pointer.</param>
/// <param name="Message">One clause that names the thing and the reason.</param>
/// <param name="Hint">The way out; null where none is known.</param>
public sealed record SchemaProblem(string Path, string Message, string? Hint);
