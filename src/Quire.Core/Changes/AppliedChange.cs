namespace Quire.Core.Changes;

/// <summary>A durable change, as caches of this process need to know it.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="ProjectId">The project; null for changes of the organisation itself.</param>
/// <param name="Sequence">The number of the change.</param>
public sealed record AppliedChange(long OrganisationId, long? ProjectId, long Sequence)
{
    /// <summary>
    /// The paths of the prompts whose aliases or annotations moved, where the change did nothing else and none of them ever contributed to another prompt;
    /// null where it may have moved anything.
    /// </summary>
    public IReadOnlyCollection<string>? Paths { get; init; }
}
