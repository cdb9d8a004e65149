namespace Quire.Core.Changes;

/// <summary>A durable change, as caches of this process need to know it.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="ProjectId">The project; null for changes of the organisation itself.</param>
/// <param name="Sequence">The number of the change.</param>
public sealed record AppliedChange(long OrganisationId, long? ProjectId, long Sequence);
