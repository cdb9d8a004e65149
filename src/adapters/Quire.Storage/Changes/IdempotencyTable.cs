using Quire.Core.Changes;
using Quire.Storage.Sessions;

namespace Quire.Storage.Changes;

/// <inheritdoc cref="IIdempotencyKeys"/>
internal sealed class IdempotencyTable(Db db) : IIdempotencyKeys
{
    private const string One = $"SELECT {IdempotencyRow.Columns} FROM idempotency_keys WHERE organisation_id = @organisationId AND key = @key";
    private const string Insertion =
        "INSERT INTO idempotency_keys (organisation_id, key, request_hash, answer, at) VALUES (@OrganisationId, @Key, @RequestHash, @Answer, @at)";
    private const string Expiry = "DELETE FROM idempotency_keys WHERE at < @at";

    public IdempotencyRecord? Find(long organisationId, string key) => db.Find<IdempotencyRow>(One, new { organisationId, key })?.ToRecord();

    public void Add(IdempotencyRecord record) =>
        db.Execute(Insertion, new { record.OrganisationId, record.Key, record.RequestHash, record.Answer, at = Micros.From(record.At) });

    public int RemoveOlderThan(DateTimeOffset before) => db.Execute(Expiry, new { at = Micros.From(before) });
}
