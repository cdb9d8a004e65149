using System.Text.Json;

namespace Quire.AspNetCore.Prompts;

/// <summary>A prompt to write: as a whole file in <c>source</c>, or as parts, of which <c>template</c> or <c>messages</c> is one.</summary>
internal sealed record SavePromptBody
{
    /// <summary>The whole file.</summary>
    public string? Source { get; init; }

    /// <summary>How <c>source</c> is written down: <c>markdown</c>, <c>yaml</c> or <c>text</c>; absent for what the file is, and for <c>markdown</c> where it is new.</summary>
    public string? Format { get; init; }

    /// <summary>The template of a text prompt.</summary>
    public string? Template { get; init; }

    /// <summary>The items of a chat prompt, as its file has them: <c>{role, content}</c>, <c>{placeholder}</c> or <c>{merge_point, …}</c>.</summary>
    public JsonElement? Messages { get; init; }

    /// <summary><c>text</c> or <c>chat</c>; absent for what <c>template</c> or <c>messages</c> say.</summary>
    public string? Type { get; init; }

    /// <summary>The language of the templates: <c>jinja</c>, <c>liquid</c>, <c>mustache</c>, <c>variables</c> or <c>text</c>; absent for <c>jinja</c>.</summary>
    public string? Dialect { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The JSON Schema of the variables, or in short a mapping from each variable's name to its schema.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The model settings: any JSON.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>Aliases to set on the version that is written.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Whether the same text gets a number, too.</summary>
    public bool Register { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
