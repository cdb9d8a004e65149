using Quire.Core.Organisations;
using Quire.Storage.Sessions;

namespace Quire.Storage.Organisations;

/// <summary>A row of <c>organisations</c>.</summary>
internal sealed class OrganisationRow
{
    public const string Columns = "id, name, sequence, created_at AS CreatedAt";

    public long Id { get; set; }

    public string Name { get; set; } = "";

    public long Sequence { get; set; }

    public long CreatedAt { get; set; }

    public Organisation ToOrganisation() => new(Id, Name, Sequence, Micros.ToTime(CreatedAt));
}
