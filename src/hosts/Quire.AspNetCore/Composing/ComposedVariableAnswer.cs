using System.Text.Json;

namespace Quire.AspNetCore.Composing;

/// <summary>A variable that a layer reads.</summary>
internal sealed record ComposedVariableAnswer
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Who reads it: the place in <c>layers</c>.</summary>
    public required int Layer { get; init; }

    /// <summary><c>request</c>, <c>default</c> or <c>missing</c>.</summary>
    public required string From { get; init; }

    /// <summary>The value.</summary>
    public JsonElement? Value { get; init; }
}
