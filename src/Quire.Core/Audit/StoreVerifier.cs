using Quire.Core.Access;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Audit;

/// <summary>
/// Checks a store from end to end: the database's own health, every object against its id, every pointer against what it points at, numbers and the
/// feed without a gap, and the ledger's chain.
/// </summary>
/// <param name="store">The store.</param>
public sealed class StoreVerifier(IStore store)
{
    private const int Page = 500;
    private const int MaxProblems = 1_000;

    /// <summary>Checks everything of the caller's organisation.</summary>
    public async Task<StoreReport> Verify(Principal caller, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Audit);
        var problems = new List<string>(await store.CheckIntegrity(cancellation));
        var counts = await store.Read(session => Verify(session, caller, problems, cancellation), cancellation);
        return new StoreReport([.. problems.Take(MaxProblems)], counts.Objects, counts.Versions, counts.Leaves);
    }

    private static (long Objects, long Versions, long Leaves) Verify(ISession session, Principal caller, List<string> problems, CancellationToken cancellation)
    {
        var organisation = session.Organisations.Get(caller.OrganisationId)!;
        long objects = 0;
        long versions = 0;
        foreach (var project in session.Projects.List(organisation.Id).Where(project => caller.Reaches(project.Name)))
        {
            var check = new ProjectCheck(session, project, problems, cancellation);
            objects += check.Objects();
            check.Refs();
            versions += check.Versions();
        }
        CheckFeed(session, organisation, problems);
        return (objects, versions, CheckLedger(session, organisation, problems));
    }

    private static void CheckFeed(ISession session, Organisation organisation, List<string> problems)
    {
        var (sequence, index) = (0L, int.MaxValue);
        while (session.Feed.List(organisation.Id, sequence, index, Page) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                var follows = row.Sequence == sequence ? row.Index == index + 1 : row.Sequence == sequence + 1 && row.Index == 0;
                if (!follows)
                    problems.Add($"The feed of '{organisation.Name}' goes from {sequence}.{index} to {row.Sequence}.{row.Index}.");
                (sequence, index) = (row.Sequence, row.Index);
            }
        }
        if (sequence != organisation.Sequence)
            problems.Add($"The feed of '{organisation.Name}' ends at {sequence}; its counter stands at {organisation.Sequence}.");
    }

    private static long CheckLedger(ISession session, Organisation organisation, List<string> problems)
    {
        long last = 0;
        byte[] previous = [];
        while (session.Ledger.List(organisation.Id, last, Page) is { Count: > 0 } page)
        {
            foreach (var leaf in page)
            {
                if (leaf.Sequence != last + 1)
                    problems.Add($"The ledger of '{organisation.Name}' goes from {last} to {leaf.Sequence}.");
                if (!LedgerBody.Hash(previous, leaf.Sequence, leaf.At, leaf.Actor, leaf.Body).AsSpan().SequenceEqual(leaf.Hash))
                    problems.Add($"Leaf {leaf.Sequence} of the ledger of '{organisation.Name}' does not hash to what it says.");
                (last, previous) = (leaf.Sequence, leaf.Hash);
            }
        }
        if (last != organisation.Sequence)
            problems.Add($"The ledger of '{organisation.Name}' ends at {last}; its counter stands at {organisation.Sequence}.");
        return last;
    }
}
