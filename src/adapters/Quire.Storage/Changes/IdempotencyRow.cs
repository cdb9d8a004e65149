using Quire.Core.Changes;
using Quire.Storage.Sessions;

namespace Quire.Storage.Changes;

/// <summary>A row of <c>idempotency_keys</c>.</summary>
internal sealed class IdempotencyRow
{
    public const string Columns = "organisation_id AS OrganisationId, key, request_hash AS RequestHash, answer, at";

    public long OrganisationId { get; set; }

    public string Key { get; set; } = "";

    public byte[] RequestHash { get; set; } = [];

    public string Answer { get; set; } = "";

    public long At { get; set; }

    public IdempotencyRecord ToRecord() => new(OrganisationId, Key, RequestHash, Answer, Micros.ToTime(At));
}
