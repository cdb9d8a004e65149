using Quire.Core.Changes;
using Quire.Storage.Sessions;

namespace Quire.Storage.Changes;

/// <inheritdoc cref="IFeed"/>
internal sealed class FeedTable(Db db) : IFeed
{
    private const string After =
        $"SELECT {FeedRowData.Columns} FROM feed f WHERE f.organisation_id = @organisationId AND (f.sequence, f.idx) > (@sequence, @index) "
        + "ORDER BY f.sequence, f.idx LIMIT @limit";

    private static readonly Insert Insertion = new("feed", FeedRowData.Names);

    public void Add(IReadOnlyCollection<FeedRow> rows) => db.Insert(Insertion, rows.Select(FeedRowData.Values));

    public IReadOnlyList<FeedRow> List(long organisationId, long sequence, int index, int limit) =>
        db.Query<FeedRowData>(After, new { organisationId, sequence, index, limit }).ConvertAll(row => row.ToFeedRow());
}
