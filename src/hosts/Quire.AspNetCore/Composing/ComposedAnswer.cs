using System.Text.Json;
using Quire.AspNetCore.Answers;

namespace Quire.AspNetCore.Composing;

/// <summary>A composed prompt, as the OpenAPI document describes it. The kernel writes the JSON; a test reads it back into this.</summary>
internal sealed record ComposedAnswer
{
    /// <summary><c>text</c> or <c>chat</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The text of a text prompt.</summary>
    public string? Content { get; init; }

    /// <summary>The messages of a chat prompt.</summary>
    public IReadOnlyList<ComposedMessageAnswer>? Messages { get; init; }

    /// <summary>Everybody who may write: the base, its layers in order, then user, request and fence. Other members name them by their place here.</summary>
    public required IReadOnlyList<ComposedLayerAnswer> Layers { get; init; }

    /// <summary>The variables that the base and its layers read.</summary>
    public required IReadOnlyList<ComposedVariableAnswer> Variables { get; init; }

    /// <summary>Who wrote which span of the text.</summary>
    public IReadOnlyList<ComposedSpanAnswer>? Provenance { get; init; }

    /// <summary>Characters of the user's text that can deceive a reader; reported, never changed.</summary>
    public required IReadOnlyList<ComposedFindingAnswer> UserTextFindings { get; init; }

    /// <summary>How many tokens it has.</summary>
    public required ComposedTokensAnswer Tokens { get; init; }

    /// <summary>The boundary around user text, where it is fenced.</summary>
    public string? Boundary { get; init; }

    /// <summary>The model settings of the base version, overridden where they are.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>Whether the merged layers were ready.</summary>
    public required bool Cached { get; init; }

    /// <summary>Warnings.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>The story of each merge point, where it was asked for.</summary>
    public IReadOnlyList<JsonElement>? Explain { get; init; }
}
