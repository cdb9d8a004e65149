using System.Text.Json;
using Quire.Prompts.Names;
using Quire.Templating;

namespace Quire.Prompts.PromptFiles;

/// <summary>What a prompt file is written from. A null member is left out of the file.</summary>
public sealed record PromptParts
{
    /// <summary><see cref="PromptFormat.Markdown"/> (the default), <see cref="PromptFormat.Yaml"/>, or <see cref="PromptFormat.Text"/> for the body alone.</summary>
    public PromptFormat Format { get; init; } = PromptFormat.Markdown;

    /// <summary>The language of the templates; jinja is not written down, being the default.</summary>
    public Dialect Dialect { get; init; }

    /// <summary>GitHub Models' <c>name</c>; only in <c>.prompt.yml</c>.</summary>
    public string? Title { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The schema of the variables.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The key <c>model</c>: any JSON.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The key <c>modelParameters</c>; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? ModelParameters { get; init; }

    /// <summary>The key <c>responseFormat</c>; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>The key <c>jsonSchema</c>; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? JsonSchema { get; init; }

    /// <summary>The key <c>testData</c>; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? TestData { get; init; }

    /// <summary>The key <c>evaluators</c>; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? Evaluators { get; init; }

    /// <summary>The base prompt of a contribution.</summary>
    public ExtendsTarget? Extends { get; init; }

    /// <summary>The layer of a contribution.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public ScopeName? Scope { get; init; }

    /// <summary>Keys that begin with <c>x-</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The template, or the blocks of a contribution; not in <c>.prompt.yml</c>.</summary>
    public string Body { get; init; } = "";

    /// <summary>The list of messages, placeholders and merge points as JSON; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? Messages { get; init; }

    /// <summary>The list of contributions as JSON; only in <c>.prompt.yml</c>.</summary>
    public JsonElement? Contributions { get; init; }
}
