using Quire.Prompts;
using Quire.Versioning.Objects;

namespace Quire.Core.Drafts;

/// <summary>A wish to keep a text for later.</summary>
public sealed record KeepDraft
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's path; there need not be such a prompt.</summary>
    public required string Path { get; init; }

    /// <summary>The branch, without <c>refs/heads/</c>; null for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The whole file, which need not parse.</summary>
    public required string Text { get; init; }

    /// <summary>How the file is written down; null for what it is, and for <c>.prompt.md</c> where it is new.</summary>
    public PromptFormat? Format { get; init; }

    /// <summary>The commit that the person started from; null keeps the draft's own, and takes the branch's head for a new one.</summary>
    public ObjectId? Base { get; init; }
}
