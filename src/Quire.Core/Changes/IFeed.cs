namespace Quire.Core.Changes;

/// <summary>The rows of the change feed.</summary>
public interface IFeed
{
    /// <summary>Appends rows.</summary>
    void Add(IReadOnlyCollection<FeedRow> rows);

    /// <summary>Rows after (<paramref name="sequence"/>, <paramref name="index"/>) in order.</summary>
    IReadOnlyList<FeedRow> List(long organisationId, long sequence, int index, int limit);
}
