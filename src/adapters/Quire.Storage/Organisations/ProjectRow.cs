using Quire.Core.Organisations;
using Quire.Storage.Sessions;

namespace Quire.Storage.Organisations;

/// <summary>A row of <c>projects</c>.</summary>
internal sealed class ProjectRow
{
    public const string Columns = "id, organisation_id AS OrganisationId, name, default_branch AS DefaultBranch, created_at AS CreatedAt";

    public long Id { get; set; }

    public long OrganisationId { get; set; }

    public string Name { get; set; } = "";

    public string DefaultBranch { get; set; } = "";

    public long CreatedAt { get; set; }

    public Project ToProject() => new(Id, OrganisationId, Name, DefaultBranch, Micros.ToTime(CreatedAt));
}
