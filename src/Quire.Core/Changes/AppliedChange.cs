namespace Quire.Core.Changes;

/// <summary>A durable change, as caches of this process need to know it.</summary>
/// <param name="OrganisationId">The organisation; <see cref="Anybody"/> for all of them.</param>
/// <param name="ProjectId">The project; null for changes of the organisation itself.</param>
/// <param name="Sequence">The number of the change.</param>
public sealed record AppliedChange(long OrganisationId, long? ProjectId, long Sequence)
{
    /// <summary>Stands for every organisation.</summary>
    public const long Anybody = 0;

    /// <summary>
    /// The paths of the prompts whose aliases or annotations moved, where the change did nothing else and none of them ever contributed to another prompt;
    /// null where it may have moved anything.
    /// </summary>
    public IReadOnlyCollection<string>? Paths { get; init; }

    /// <summary>Whether changes were missed, so that every pointer of the organisation may have moved, in whatever project.</summary>
    public bool IsGap { get; init; }

    /// <summary>Whether it may have moved pointers of a project.</summary>
    public bool Concerns(long organisationId, long projectId) =>
        IsGap ? OrganisationId is Anybody || OrganisationId == organisationId : ProjectId == projectId;

    /// <summary>Changes up to a number happened unseen.</summary>
    internal static AppliedChange Gap(long organisationId, long sequence) => new(organisationId, null, sequence) { IsGap = true };
}
