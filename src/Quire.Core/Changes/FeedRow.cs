namespace Quire.Core.Changes;

/// <summary>One move of a pointer or annotation, as subscribers see it.</summary>
public sealed record FeedRow
{
    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The number of the change, gap-free in the organisation.</summary>
    public required long Sequence { get; init; }

    /// <summary>The place of this row in its change, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The project; null for changes of the organisation itself.</summary>
    public long? ProjectId { get; init; }

    /// <summary>What moved: <c>branch</c>, <c>merge</c>, <c>tag</c>, <c>alias</c>, <c>latest</c>, <c>annotation</c>, <c>release</c>, <c>project</c>, <c>key</c>, <c>webhook</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of what moved.</summary>
    public required string Name { get; init; }

    /// <summary>The prompt; null where it is not about one.</summary>
    public long? PromptId { get; init; }

    /// <summary>The prompt's path at that moment; null where it is not about one.</summary>
    public string? Path { get; init; }

    /// <summary>The scope of the contribution it is about, so that filters need no look-up; null where there is none.</summary>
    public string? Scope { get; init; }

    /// <summary>The layer of the contribution it is about; null where it is not about one.</summary>
    public string? Layer { get; init; }

    /// <summary>The value before; null when it is new.</summary>
    public string? Old { get; init; }

    /// <summary>The value after; null when it is gone.</summary>
    public string? New { get; init; }

    /// <summary>Who did it: the id of the key or person.</summary>
    public required string Actor { get; init; }
}
