using Quire.Core.Audit;
using Quire.Storage.Sessions;

namespace Quire.Storage.Audit;

/// <summary>A row of <c>ledger</c>.</summary>
internal sealed class LedgerRow
{
    public const string Columns = "organisation_id AS OrganisationId, sequence, at, actor, body, hash";

    public long OrganisationId { get; set; }

    public long Sequence { get; set; }

    public long At { get; set; }

    public string Actor { get; set; } = "";

    public string Body { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    public LedgerLeaf ToLeaf() => new(OrganisationId, Sequence, Micros.ToTime(At), Actor, Body, Hash);
}
