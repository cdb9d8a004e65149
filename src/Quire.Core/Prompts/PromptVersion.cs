using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>An immutable, numbered version of a prompt.</summary>
public sealed record PromptVersion
{
    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The project.</summary>
    public required long ProjectId { get; init; }

    /// <summary>The prompt.</summary>
    public required long PromptId { get; init; }

    /// <summary>The number, from 1, never reused.</summary>
    public required long Number { get; init; }

    /// <summary>The blob with the file's bytes.</summary>
    public required ObjectId Blob { get; init; }

    /// <summary>The commit of the default branch that issued it.</summary>
    public required ObjectId Commit { get; init; }

    /// <summary>The file's path in that commit's tree.</summary>
    public required string FilePath { get; init; }

    /// <summary>Whether the content does not parse, so that it can be neither aliased nor composed.</summary>
    public bool Invalid { get; init; }

    /// <summary>Whether it was deleted; the history keeps its content.</summary>
    public bool Tombstone { get; init; }

    /// <summary>Who wrote it, as the commit says.</summary>
    public required string Author { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>When the number was issued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the file declares, as JSON, so that lists need not parse files.</summary>
    public required string Facts { get; init; }

    /// <summary>The base that a contribution extends, as <c>project:path</c>; null for a base.</summary>
    public string? Extends { get; init; }

    /// <summary>The layer of a contribution; null for a base.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution; null where it holds for every scope.</summary>
    public string? Scope { get; init; }
}
