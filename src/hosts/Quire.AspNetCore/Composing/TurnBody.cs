namespace Quire.AspNetCore.Composing;

/// <summary>A message that a request gives to a placeholder: data, never a template.</summary>
internal sealed record TurnBody
{
    /// <summary>The role, for example <c>user</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The text.</summary>
    public required string Content { get; init; }
}
