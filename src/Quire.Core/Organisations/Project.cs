namespace Quire.Core.Organisations;

/// <summary>One repository of prompts.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="OrganisationId">The organisation it belongs to.</param>
/// <param name="Name">The name in addresses, unique in the organisation.</param>
/// <param name="DefaultBranch">The full name of the branch whose first-parent history issues version numbers, for example <c>refs/heads/main</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Project(long Id, long OrganisationId, string Name, string DefaultBranch, DateTimeOffset CreatedAt);
