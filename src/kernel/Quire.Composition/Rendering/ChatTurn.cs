namespace Quire.Composition.Rendering;

/// <summary>A message that a request gives to a placeholder: data, never a template.</summary>
/// <param name="Role">The role, for example <c>user</c>.</param>
/// <param name="Content">The text.</param>
public sealed record ChatTurn(string Role, string Content);
