using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Composition.Layers;

/// <summary>One version of a prompt that takes part in a composition: who it is, and its content.</summary>
public sealed record PromptSource
{
    /// <summary>The project, for example <c>prompts</c>, or <c>org/project</c> where it is another's; null for inline sources.</summary>
    public string? Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public required PromptPath Path { get; init; }

    /// <summary>The version's number; null for content that has none (branches, previews).</summary>
    public int? Version { get; init; }

    /// <summary>The commit that the content was read from, in hexadecimal; null for uncommitted content.</summary>
    public string? Commit { get; init; }

    /// <summary>The hash that names the content and everything it includes; a plan is cached by the hashes of its sources.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The content.</summary>
    public required PromptFile File { get; init; }

    /// <summary>Names that <c>extends</c> of a contribution may still use for this base prompt, because it was moved.</summary>
    public IReadOnlyList<PromptPath> FormerPaths { get; init; } = [];

    /// <summary>Finds what the content includes, imports or extends, in the tree it was read from; null finds nothing.</summary>
    public Func<string, Template?>? Resolve { get; init; }
}
