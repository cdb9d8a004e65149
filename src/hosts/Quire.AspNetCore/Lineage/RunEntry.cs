using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>A run as lists show it.</summary>
internal sealed record RunEntry
{
    /// <summary>The id that its client chose.</summary>
    public required string Id { get; init; }

    /// <summary>What it was for: <c>evaluation</c>, <c>experiment</c> or <c>deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What people call it; absent where it has no title.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the key that recorded it.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was finished; absent before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What Core says.</summary>
    public static RunEntry Of(Run run) => new()
    {
        Id = run.Id,
        Kind = RunKinds.Of(run.Kind),
        Title = run.Title.Length == 0 ? null : run.Title,
        Actor = run.Actor,
        CreatedAt = run.CreatedAt,
        FinishedAt = run.FinishedAt,
    };
}
