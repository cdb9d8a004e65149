using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>A prompt: an identity whose path may change.</summary>
public sealed record Prompt
{
    /// <summary>The row's id; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The project.</summary>
    public required long ProjectId { get; init; }

    /// <summary>The prompt's path, for example <c>support/answer</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The path of its file in the tree, for example <c>support/answer.prompt.md</c>; the last one where it is deleted.</summary>
    public required string FilePath { get; init; }

    /// <summary>The blob at the tip of the default branch; null where the prompt does not stand there.</summary>
    public ObjectId? TipBlob { get; init; }

    /// <summary>The highest number ever issued; 0 before the first.</summary>
    public long LastNumber { get; init; }

    /// <summary>The highest number without a tombstone while the prompt stands at the tip of the default branch; null otherwise.</summary>
    public long? LatestNumber { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its content or an annotation last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
