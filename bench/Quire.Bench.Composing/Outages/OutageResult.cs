namespace Quire.Bench.Composing.Outages;

/// <summary>What a run of outages saw.</summary>
public sealed record OutageResult
{
    /// <summary>The states of Redis, in their order.</summary>
    public required IReadOnlyList<PhaseFigures> Phases { get; init; }

    /// <summary>Requests that were not answered with 200, with what came instead; the first hundred.</summary>
    public required IReadOnlyCollection<string> Errors { get; init; }

    /// <summary>Answers of a version that the alias did not have between request and answer; the first hundred.</summary>
    public required IReadOnlyCollection<string> Stale { get; init; }

    /// <summary>Answers that are not what composing the same sources without caches gives; the first hundred.</summary>
    public required IReadOnlyCollection<string> Wrong { get; init; }

    /// <summary>Moves of an alias.</summary>
    public required int Moves { get; init; }

    /// <summary>Look-ups of a plan that found it.</summary>
    public required long PlanHits { get; init; }

    /// <summary>What exact LRU would have found on the same trace.</summary>
    public required long ExactHits { get; init; }

    /// <summary>All requests that were composed.</summary>
    public long Composed => Phases.Sum(phase => (long)phase.OwnText.Count + phase.Kept.Count);
}
