using System.Text.Json;

namespace Quire.Core.Imports.Reading;

/// <summary>A prompt as a table or a list holds it.</summary>
internal sealed record PromptRow
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The text; null for a chat prompt.</summary>
    public string? Text { get; init; }

    /// <summary>The messages of a chat prompt; null for a text.</summary>
    public JsonElement? Messages { get; init; }

    /// <summary>The whole file, which goes before everything else; null where the row has parts only.</summary>
    public string? Source { get; init; }

    /// <summary>The whole file where it is no text.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The path of the whole file.</summary>
    public string? File { get; init; }

    /// <summary>The number of the version; null for none.</summary>
    public long? Version { get; init; }

    /// <summary>The dialect that the row names; null for none.</summary>
    public string? Dialect { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The tags; null where the row does not say.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The aliases to set on it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The model settings, any JSON; null where the row does not say.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The message that the version was made with.</summary>
    public string? Message { get; init; }

    /// <summary>Splits words as tables write them.</summary>
    public static IReadOnlyList<string> Words(string cell) => cell.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
