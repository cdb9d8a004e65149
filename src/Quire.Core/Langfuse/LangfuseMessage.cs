namespace Quire.Core.Langfuse;

/// <summary>An item of a chat prompt: a message, or a placeholder that takes messages when the client compiles the prompt.</summary>
/// <param name="Role">The role of a message; null for a placeholder.</param>
/// <param name="Content">The text of a message; null for a placeholder.</param>
/// <param name="Placeholder">The name of a placeholder; null for a message.</param>
public sealed record LangfuseMessage(string? Role, string? Content, string? Placeholder);
