using System.Collections.Concurrent;
using Quire.Core.Access;
using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>
/// The one way in. Objects are staged, the change is validated on a snapshot, and the transaction rechecks what the validation read before it
/// writes pointers, versions, annotations, the feed and the ledger together. What is not in that transaction did not happen.
/// </summary>
/// <param name="store">Where it is written.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Prompt files parsed lately.</param>
/// <param name="signal">Told of each change before its writer is answered.</param>
/// <param name="time">The clock.</param>
public sealed class WriteDoor(IStore store, ObjectCache objects, ContentReader contents, ChangeSignal signal, TimeProvider time)
{
    // A writer that lost twice goes alone; then only writers of other processes are in its way, one of each at a time.
    private const int TogetherAttempts = 2;
    private const int MaxAttempts = 30;

    private readonly ConcurrentDictionary<(long OrganisationId, string Project), Turns> _turns = new();

    /// <summary>Applies a change, all of it or nothing.</summary>
    /// <exception cref="QuireException">
    /// The change is refused; nothing was changed. <c>conflict</c> where others kept changing what it reads, <c>idempotency_key_reused</c> where the
    /// key was used for something else.
    /// </exception>
    public Task<Applied> Apply(Change change, CancellationToken cancellation = default) => ApplyIn(change, inTurn: false, cancellation);

    /// <summary>Applies a change that was rehearsed, whose objects are staged by now. It is planned again only where others were faster.</summary>
    /// <param name="rehearsal">The rehearsal; it can be applied once.</param>
    /// <param name="project">The project, which may not have existed when the change was rehearsed.</param>
    /// <param name="sweeps">How often objects of the project had been swept when the change was worked out; null where there was no project.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="QuireException">As for a change that was not rehearsed.</exception>
    public Task<Applied> Apply(Rehearsal rehearsal, Project project, long? sweeps, CancellationToken cancellation = default)
    {
        rehearsal.Context.Settle(project);
        return Attempts(rehearsal.Context.Change, sweeps, rehearsal.Context, inTurn: false, cancellation);
    }

    /// <summary>
    /// Works a change out and applies it, again where the branch moved meanwhile and the caller did not say where it must stand.
    /// </summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="namesHead">Whether the caller said where the branch must stand; then a stale head is the caller's to deal with.</param>
    /// <param name="work">Reads where the branch stands, and applies with what it is given.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="QuireException">What the work throws; <c>conflict</c> where others kept moving the branch.</exception>
    internal async Task<T> Race<T>(Principal caller, string project, bool namesHead, Func<Func<Change, Task<Applied>>, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (attempt <= TogetherAttempts)
                    return await work(change => ApplyIn(change, inTurn: false, cancellation));
                using var turn = await TurnsOf(caller.OrganisationId, project).Take(alone: true, cancellation);
                return await work(change => ApplyIn(change, inTurn: true, cancellation));
            }
            catch (QuireException error) when (error.Error.Code == "stale_head" && !namesHead)
            {
                if (attempt == MaxAttempts)
                    throw Lost();
            }
        }
    }

    /// <summary>The answer that was already given to an idempotency key; null where it is new.</summary>
    /// <exception cref="QuireException"><c>idempotency_key_reused</c>.</exception>
    public async Task<Applied?> Replay(Principal actor, Idempotency? idempotency, CancellationToken cancellation = default)
    {
        if (idempotency is null)
            return null;
        QuireLimits.IdempotencyKeyLength.Check(idempotency.Key.Length, "The idempotency key");
        var record = await store.Read(session => session.IdempotencyKeys.Find(actor.OrganisationId, Scoped(actor, idempotency)), cancellation);
        return record is null ? null : Answers.Replay(record, idempotency);
    }

    /// <summary>Stores objects, durable and unreachable, for a change that follows.</summary>
    /// <returns>How often objects of the project had been swept when the first was stored; null where there are none.</returns>
    public async Task<long?> Stage(Project project, IReadOnlyList<StagedObject> staged, CancellationToken cancellation = default)
    {
        long? sweeps = null;
        foreach (var batch in Batches(staged))
        {
            var found = await store.Write(session =>
            {
                session.Objects.Add(project.Id, batch);
                return session.Projects.Sweeps(project.Id);
            }, cancellation);
            sweeps ??= found;
        }
        return sweeps;
    }

    /// <summary>Checks a change as <see cref="Apply(Change, CancellationToken)"/> would, and writes nothing: neither the change nor its objects.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unstored">The objects of the change that are not stored.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="QuireException">The change would be refused.</exception>
    public Task<Rehearsal> Rehearse(Change change, IObjectSource unstored, CancellationToken cancellation = default)
    {
        change.Actor.Demand(Permissions.Write);
        return store.Read(session =>
        {
            var context = new PlanningContext(session, change, objects, contents, time.GetUtcNow(), unstored);
            ChangePlanner.Plan(context);
            return new Rehearsal(context);
        }, cancellation);
    }

    private async Task<Applied> ApplyIn(Change change, bool inTurn, CancellationToken cancellation)
    {
        change.Actor.Demand(Permissions.Write);
        if (change.Project.OrganisationId != change.Actor.OrganisationId || !change.Actor.Reaches(change.Project.Name))
            throw new QuireException(ErrorKind.NotFound, "project_not_found", $"There is no project '{change.Project.Name}'.");
        if (await Replay(change.Actor, change.Idempotency, cancellation) is { } given)
            return given;
        var sweeps = await Stage(change.Project, change.Objects, cancellation);
        return await Attempts(change, sweeps, null, inTurn, cancellation);
    }

    private async Task<Applied> Attempts(Change change, long? sweeps, PlanningContext? planned, bool inTurn, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            using var turn = inTurn ? null : await TurnsOf(change.Project.OrganisationId, change.Project.Name).Take(alone: attempt > TogetherAttempts, cancellation);
            if (await Attempt(change, sweeps, attempt == 1 ? planned : null, cancellation) is { } applied)
                return applied;
        }
        throw Lost();
    }

    private Turns TurnsOf(long organisationId, string project) => _turns.GetOrAdd((organisationId, project), _ => new Turns());

    private static QuireException Lost() => new(ErrorKind.Conflict, "conflict", "Others kept changing what this change depends on.", "Try again.");

    private async Task<Applied?> Attempt(Change change, long? sweeps, PlanningContext? planned, CancellationToken cancellation)
    {
        var context = planned ?? await store.Read(session => Plan(session, change), cancellation);
        if (IsEmpty(context))
            return await Nothing(change, context, cancellation);
        try
        {
            var (applied, paths) = await store.Write(session => Write(session, context, sweeps), cancellation);
            signal.Announce(new AppliedChange(change.Project.OrganisationId, change.Project.Id, applied.Sequence) { Paths = paths });
            return applied;
        }
        catch (FingerprintBrokenException)
        {
            return null;
        }
    }

    private PlanningContext Plan(ISession session, Change change)
    {
        // The caller read the project a while ago; its default branch may be another one by now.
        var project = session.Projects.Find(change.Project.OrganisationId, change.Project.Name)
            ?? throw new QuireException(ErrorKind.NotFound, "project_not_found", $"There is no project '{change.Project.Name}'.");
        var context = new PlanningContext(session, change with { Project = project }, objects, contents, time.GetUtcNow(), new StagedObjects(change.Objects));
        ChangePlanner.Plan(context);
        return context;
    }

    private static bool IsEmpty(PlanningContext context) => context.Plan.IsEmpty && !context.Prompts.All.Any(state => state.IsDirty);

    private static (Applied Applied, IReadOnlyCollection<string>? Paths) Write(ISession session, PlanningContext context, long? sweeps)
    {
        // The session's transaction may run again; what it writes is computed from the plan, which it must not change for good.
        // Before anything is written: what is dirty is clean afterwards.
        var paths = TouchedPaths.Of(session, context);
        var applied = new ChangeWriter(session, context, sweeps).Write();
        if (context.Change.Idempotency is { } idempotency)
            session.IdempotencyKeys.Add(Answers.Record(context, idempotency, Scoped(context.Change.Actor, idempotency), applied));
        Spend(session, context.Change);
        return (applied, paths);
    }

    private async Task<Applied> Nothing(Change change, PlanningContext context, CancellationToken cancellation)
    {
        if (change.Draft is not null)
            await store.Write(session => Spend(session, change), cancellation);
        return await store.Read(session => new Applied
        {
            Sequence = session.Organisations.Get(change.Project.OrganisationId)!.Sequence,
            Changed = false,
            Warnings = context.Plan.Warnings,
        }, cancellation);
    }

    // A draft that was kept with another text since is newer than what is committed, and stays.
    private static bool Spend(ISession session, Change change) => change.Draft is { } draft && session.Drafts.Remove(draft.Key, draft.Text);

    private static string Scoped(Principal actor, Idempotency idempotency) => $"{actor.Id}:{idempotency.Key}";

    private static IEnumerable<IReadOnlyList<StagedObject>> Batches(IReadOnlyList<StagedObject> staged)
    {
        const int MaxBytes = 8 * 1024 * 1024;
        var batch = new List<StagedObject>();
        long bytes = 0;
        foreach (var item in staged)
        {
            batch.Add(item);
            bytes += item.Value.Body.Length;
            if (bytes < MaxBytes)
                continue;
            yield return batch;
            (batch, bytes) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
