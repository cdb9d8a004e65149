using Quire.Core.Organisations;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;

namespace Quire.Core.Composing;

/// <summary>A contribution that the selectors lead to, or that they leave out.</summary>
internal sealed record FoundContribution
{
    /// <summary>The project that holds it.</summary>
    public required Project Project { get; init; }

    /// <summary>Its path as a prompt.</summary>
    public required string Path { get; init; }

    /// <summary>The number of its version; null where a tree was selected and its content has no number.</summary>
    public long? Number { get; init; }

    /// <summary>Its content.</summary>
    public required ObjectId Blob { get; init; }

    /// <summary>The commit whose tree holds it and what it includes.</summary>
    public required ObjectId Commit { get; init; }

    /// <summary>The file, read.</summary>
    public required PromptFile File { get; init; }

    /// <summary>Whether the selector names a version of it; one that does not carry the alias takes no part.</summary>
    public bool IsPromoted { get; init; } = true;
}
