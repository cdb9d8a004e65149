using Quire.Core.Audit;
using Quire.Core.Stores;

namespace Quire.Core.Changes;

/// <summary>Gives a change its number, its feed rows and its ledger leaf, inside the transaction that makes it.</summary>
internal static class ChangeRecorder
{
    /// <summary>
    /// Records a change of the organisation. Must come before any other write of the transaction: taking the number is what puts the writers of an
    /// organisation in order.
    /// </summary>
    public static long TakeNumber(ISession session, long organisationId) => session.Organisations.NextSequence(organisationId);

    /// <summary>Writes the rows and the leaf of change <paramref name="sequence"/>.</summary>
    public static void Write(ISession session, long organisationId, long sequence, string actor, DateTimeOffset at, IReadOnlyList<FeedRow> rows)
    {
        var numbered = rows.Select((row, index) => row with { Sequence = sequence, Index = index }).ToList();
        session.Feed.Add(numbered);
        var body = LedgerBody.Write(numbered);
        var previous = session.Ledger.Last(organisationId)?.Hash ?? [];
        session.Ledger.Add(new LedgerLeaf(organisationId, sequence, at, actor, body, LedgerBody.Hash(previous, sequence, at, actor, body)));
    }
}
