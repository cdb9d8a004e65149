using System.Text.Json;

namespace Quire.Cli.Import;

/// <summary>A prompt as a table or a list holds it.</summary>
internal sealed record PromptRow
{
    /// <summary>Where it stands, for messages: <c>prompts.csv, line 3</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The text; null for a chat prompt.</summary>
    public string? Text { get; init; }

    /// <summary>The messages of a chat prompt, in the form of a prompt file; null for a text.</summary>
    public IReadOnlyList<JsonElement>? Messages { get; init; }

    /// <summary>The dialect that the row names; null for none.</summary>
    public string? Dialect { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The aliases to set on it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The model settings, any JSON.</summary>
    public JsonElement? Model { get; init; }
}
