using Quire.Core.Prompts;

namespace Quire.AspNetCore.Annotations;

/// <summary>What changes beside the texts of several prompts, and which prompts.</summary>
internal sealed record AnnotatePromptsBody : PromptPatchBody
{
    /// <summary>The folder whose prompts, at any depth, are meant; empty for the whole project.</summary>
    public string? Folder { get; init; }

    /// <summary>The paths of the prompts, in place of a folder.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    /// <summary>The prompts that are meant.</summary>
    public PromptChoice ToChoice() => new() { Folder = Folder, Paths = Paths };
}
