using System.Text.Json;

namespace Quire.Core.Langfuse;

/// <summary>A version that a client of Langfuse wants to make.</summary>
public sealed record NewLangfusePrompt
{
    /// <summary>The prompt's name, its path here.</summary>
    public required string Name { get; init; }

    /// <summary>What it says.</summary>
    public required LangfuseContent Content { get; init; }

    /// <summary>The labels that the version gets beside <c>latest</c>; other versions lose them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The tags that the prompt gets, all its versions with it; null leaves them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The configuration, an object; null for none.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>The message; null for none.</summary>
    public string? CommitMessage { get; init; }
}
