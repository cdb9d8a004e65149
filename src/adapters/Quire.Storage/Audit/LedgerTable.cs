using Quire.Core.Audit;
using Quire.Storage.Sessions;

namespace Quire.Storage.Audit;

/// <inheritdoc cref="ILedger"/>
internal sealed class LedgerTable(Db db) : ILedger
{
    private const string Newest = $"SELECT {LedgerRow.Columns} FROM ledger WHERE organisation_id = @organisationId ORDER BY sequence DESC LIMIT 1";
    private const string After =
        $"SELECT {LedgerRow.Columns} FROM ledger WHERE organisation_id = @organisationId AND sequence > @sequence ORDER BY sequence LIMIT @limit";
    private const string Insertion =
        "INSERT INTO ledger (organisation_id, sequence, at, actor, body, hash) VALUES (@OrganisationId, @Sequence, @at, @Actor, @Body, @Hash)";

    public LedgerLeaf? Last(long organisationId) => db.Find<LedgerRow>(Newest, new { organisationId })?.ToLeaf();

    public void Add(LedgerLeaf leaf) =>
        db.Execute(Insertion, new { leaf.OrganisationId, leaf.Sequence, at = Micros.From(leaf.At), leaf.Actor, leaf.Body, leaf.Hash });

    public IReadOnlyList<LedgerLeaf> List(long organisationId, long sequence, int limit) =>
        db.Query<LedgerRow>(After, new { organisationId, sequence, limit }).ConvertAll(row => row.ToLeaf());
}
