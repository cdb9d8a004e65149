using System.Globalization;
using System.Text;
using Quire.Core.Audit;
using Quire.Core.Changes;
using Quire.Core.Stores;
using Quire.Storage.Tests.Support;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Crashing;

/// <summary>A change as the write door makes it: a number, a blob, a leaf and two rows of the feed, which stand or fall together.</summary>
public static class CrashWork
{
    public static long Once(ISession session, long organisationId, long projectId)
    {
        var sequence = session.Organisations.NextSequence(organisationId);
        session.Objects.Add(projectId, [new StagedObject(Blob(sequence), null)]);
        session.Ledger.Add(new LedgerLeaf(organisationId, sequence, Scene.Now, "crash", Blob(sequence).Id.ToString(), [(byte)sequence]));
        session.Feed.Add([Row(organisationId, sequence, 0), Row(organisationId, sequence, 1)]);
        return sequence;
    }

    /// <summary>All numbers that are in the store; throws where one of them is half there.</summary>
    public static HashSet<long> Verify(ISession session, long organisationId, long projectId)
    {
        var numbers = session.Ledger.List(organisationId, 0, int.MaxValue).Select(leaf => leaf.Sequence).ToList();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number));
        session.Organisations.Get(organisationId)!.Sequence.ShouldBe(numbers.Count);
        session.Feed.List(organisationId, 0, 0, int.MaxValue).Select(row => (row.Sequence, row.Index))
            .ShouldBe(numbers.SelectMany(number => new[] { (number, 0), (number, 1) }));
        session.Objects.Existing(projectId, [.. numbers.Select(number => Blob(number).Id)]).Count.ShouldBe(numbers.Count);
        return [.. numbers];
    }

    private static GitObject Blob(long sequence) => GitObject.Blob(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"content {sequence}")));

    private static FeedRow Row(long organisationId, long sequence, int index) => new()
    {
        OrganisationId = organisationId,
        Sequence = sequence,
        Index = index,
        At = Scene.Now,
        Kind = "branch",
        Name = "refs/heads/main",
        Actor = "crash",
    };
}
