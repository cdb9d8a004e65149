using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Collecting;

/// <summary>
/// Collects garbage: removes objects that nothing refers to any more, stores the rest smaller, and gives room back. It may run while others read and write, and
/// may be killed at any moment: each of its transactions leaves a whole store behind.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="objects">Objects read lately; what is swept must not be read from there.</param>
/// <param name="time">The clock.</param>
public sealed class Collector(IStore store, ObjectCache objects, TimeProvider time)
{
    private int _running;

    /// <summary>Collects in every project of the caller's organisation that the caller reaches.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>; <c>gc_running</c>: another collection runs in this process.</exception>
    public async Task<CollectReport> Collect(Principal caller, CollectRequest request, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Manage);
        caller.DemandUnbound();
        if (Interlocked.Exchange(ref _running, 1) != 0)
            throw new QuireException(ErrorKind.Conflict, "gc_running", "A collection is running already.", "Wait until it has ended.");
        try
        {
            return await Run(caller, request, cancellation);
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
    }

    private async Task<CollectReport> Run(Principal caller, CollectRequest request, CancellationToken cancellation)
    {
        var before = await store.Space(cancellation);
        var projects = await store.Read(session => session.Projects.List(caller.OrganisationId), cancellation);
        var done = new List<ProjectCollection>();
        foreach (var project in projects.Where(project => caller.Reaches(project.Name)))
            done.Add(await Run(project, request, cancellation));
        if (!request.DryRun)
            await store.Reclaim(cancellation);
        var after = await store.Space(cancellation);
        return new CollectReport(request.DryRun, done, before.Bytes, after.Bytes, after.FreeBytes);
    }

    private async Task<ProjectCollection> Run(Project project, CollectRequest request, CancellationToken cancellation)
    {
        var youngSince = time.GetUtcNow() - request.Keep;
        var marking = await store.Read(session =>
        {
            var fresh = new Marking(project);
            fresh.Run(session, youngSince, cancellation);
            return fresh;
        }, cancellation);
        var sweeping = new Sweeping(store, project, marking, youngSince);
        var repacking = new Repacking(store, project);
        if (request.DryRun)
            await sweeping.Look(cancellation);
        else
            await Change(sweeping, repacking, cancellation);
        return new ProjectCollection(project.Name, marking.Reachable, marking.Kept, sweeping.Swept.Objects, sweeping.Swept.Bytes, repacking.Repacked.Objects, repacking.Repacked.Bytes);
    }

    private async Task Change(Sweeping sweeping, Repacking repacking, CancellationToken cancellation)
    {
        try
        {
            await sweeping.Run(cancellation);
        }
        finally
        {
            objects.Clear();
        }
        await repacking.Run(cancellation);
    }
}
