using System.Text.Json;

namespace Quire.AspNetCore.Prompts;

/// <summary>The text of a prompt as a request brings it: a whole file, or messages, or a template beside them; and what belongs to it.</summary>
internal abstract record PromptPartsBody
{
    /// <summary>The whole file.</summary>
    public string? Source { get; init; }

    /// <summary>How <c>source</c> is written down: <c>markdown</c>, <c>yaml</c> or <c>text</c>; absent for what the file is, and for <c>markdown</c> where it is new.</summary>
    public string? Format { get; init; }

    /// <summary>The items of a chat prompt, as its file has them: <c>{role, content}</c>, <c>{placeholder}</c> or <c>{merge_point, …}</c>.</summary>
    public JsonElement? Messages { get; init; }

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
}
