using System.Text.Json;
using Quire.AspNetCore.Answers;

namespace Quire.AspNetCore.Prompts;

/// <summary>One version of a prompt, as it is served.</summary>
internal sealed record PromptAnswer
{
    /// <summary>The prompt's id; absent where a branch holds a file that the default branch never had.</summary>
    public long? Id { get; init; }

    /// <summary>The organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>The project.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The file's path in the tree.</summary>
    public required string File { get; init; }

    /// <summary><c>text</c> or <c>chat</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The language of its templates.</summary>
    public required string Dialect { get; init; }

    /// <summary>The version's number; absent where the address names a tree whose content has none.</summary>
    public long? Version { get; init; }

    /// <summary>The commit whose tree holds the file, and everything it refers to.</summary>
    public required string Commit { get; init; }

    /// <summary>SHA-256 of the file's bytes, as <c>sha256:HEX</c>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The content's git id.</summary>
    public required string Blob { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The prompt's tags, the same for every version: those set beside the text, else those of the latest version's file.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The aliases of this version.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The version's own tags, by key; absent where it has none.</summary>
    public IReadOnlyDictionary<string, string>? VersionTags { get; init; }

    /// <summary>The JSON Schema of the variables.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The model settings: the version's override, else the file's.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>GitHub Models' parameters of the model.</summary>
    public JsonElement? ModelParameters { get; init; }

    /// <summary>GitHub Models' format of the answer.</summary>
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>The base that a contribution extends.</summary>
    public string? Extends { get; init; }

    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }

    /// <summary>The template of a text prompt.</summary>
    public string? Template { get; init; }

    /// <summary>The messages of a chat prompt.</summary>
    public IReadOnlyList<MessageAnswer>? Messages { get; init; }

    /// <summary>The whole file; absent where it is not text.</summary>
    public string? Source { get; init; }

    /// <summary>Who wrote it, as the commit says.</summary>
    public string? Author { get; init; }

    /// <summary>The commit's message.</summary>
    public string? Message { get; init; }

    /// <summary>When the number was issued.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the content does not parse, so that it can be neither aliased nor composed.</summary>
    public required bool Invalid { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Finding>? Diagnostics { get; init; }
}
