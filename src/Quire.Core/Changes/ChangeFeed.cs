using Quire.Core.Access;
using Quire.Core.Limits;
using Quire.Core.Stores;

namespace Quire.Core.Changes;

/// <summary>Reads the feed of an organisation, and waits for what comes next.</summary>
/// <param name="store">Where the feed is.</param>
/// <param name="signal">Wakes those who wait.</param>
public sealed class ChangeFeed(IStore store, ChangeSignal signal)
{
    /// <summary>
    /// Rows after (<paramref name="sequence"/>, <paramref name="index"/>), in order. Rows that are not for this caller come as <see cref="FeedItem"/>
    /// without a row, so that the numbers stay without a gap.
    /// </summary>
    public async Task<IReadOnlyList<FeedItem>> List(Principal caller, long sequence, int index, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return await store.Read(session =>
        {
            var projects = session.Projects.List(caller.OrganisationId).ToDictionary(project => project.Id, project => project.Name);
            return session.Feed.List(caller.OrganisationId, sequence, index, limit)
                .Select(row => new FeedItem(row.Sequence, row.Index, IsFor(caller, row, projects) ? row : null, row.ProjectId is { } id ? projects.GetValueOrDefault(id) : null))
                .Select(item => item.Row is null ? item with { Project = null } : item).ToList();
        }, cancellation);
    }

    /// <summary>The number of the organisation's last change.</summary>
    public Task<long> LastSequence(Principal caller, CancellationToken cancellation = default) =>
        store.Read(session => session.Organisations.Get(caller.OrganisationId)!.Sequence, cancellation);

    /// <summary>Completes at the next change of any organisation. Take it before <see cref="List"/>.</summary>
    public Task Next => signal.Next;

    // Keys and webhooks are the business of those who manage them, and rows of another tenant's contributions do not exist.
    private static bool IsFor(Principal caller, FeedRow row, Dictionary<long, string> projects)
    {
        if (row.ProjectId is not { } project)
            return caller.Permissions.HasFlag(row.Kind == "webhook" ? Permissions.Manage : Permissions.Keys);
        if (!projects.TryGetValue(project, out var name) || !caller.Reaches(name))
            return false;
        var wholeTree = row.Kind is "branch" or "merge" or "tag";
        return (!wholeTree || !caller.IsBoundToTenants) && caller.Sees(row.Layer, row.Scope);
    }
}
