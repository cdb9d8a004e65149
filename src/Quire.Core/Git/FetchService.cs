using System.Collections.Frozen;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning;
using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>Answers clones and fetches.</summary>
/// <param name="store">Where it is read.</param>
/// <param name="objects">Objects read lately.</param>
public sealed class FetchService(IStore store, ObjectCache objects)
{
    /// <summary>Whether the caller may fetch from the project.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>forbidden</c>.</exception>
    public Task Find(Principal caller, string project, CancellationToken cancellation = default)
    {
        Check(caller);
        return store.Read(session => session.RequireProject(caller, project), cancellation);
    }

    /// <summary>The branches and tags of a project.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>forbidden</c>.</exception>
    public Task<RefList> Refs(Principal caller, string project, CancellationToken cancellation = default)
    {
        Check(caller);
        return store.Read(session =>
        {
            var found = session.RequireProject(caller, project);
            var source = objects.Source(session, found.Id);
            return new RefList(found.DefaultBranch,
            [
                .. GitRefs.All(session, found.Id, "refs/heads/").Select(item => new GitRef(item.Name, item.Target, null)),
                .. GitRefs.All(session, found.Id, "refs/tags/").Select(item => new GitRef(item.Name, item.Target, Peeled(source, item.Target))),
            ]);
        }, cancellation);
    }

    /// <summary>Works out what a client gets.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>forbidden</c>, <c>commit_not_found</c>: a want that no ref leads to.</exception>
    public Task<FetchAnswer> Plan(Principal caller, string project, FetchCall call, CancellationToken cancellation = default)
    {
        Check(caller);
        return store.Read(session => Plan(session, session.RequireProject(caller, project).Id, call), cancellation);
    }

    /// <summary>The objects as they are stored.</summary>
    public Task<IReadOnlyList<StoredEntry>> Read(long projectId, IReadOnlyCollection<ObjectId> ids, CancellationToken cancellation = default) =>
        store.Read(session => session.Objects.ReadStored(projectId, ids), cancellation);

    /// <summary>One object, whole.</summary>
    public Task<GitObject> ReadWhole(long projectId, ObjectId id, CancellationToken cancellation = default) =>
        store.Read(session => objects.Source(session, projectId).Read(id), cancellation);

    private static void Check(Principal caller)
    {
        caller.Demand(Permissions.Read);
        caller.DemandUnbound();
    }

    private static ObjectId? Peeled(IObjectSource source, ObjectId id) => source.Peel(id) is var peeled && peeled.Id != id ? peeled.Id : null;

    private FetchAnswer Plan(ISession session, long projectId, FetchCall call)
    {
        var source = objects.Source(session, projectId);
        var history = new CommitHistory(source);
        CheckWants(session, projectId, history, call);
        var existing = session.Objects.Existing(projectId, call.Haves);
        var common = call.Haves.Where(existing.Contains).ToList();
        var request = new FetchRequest
        {
            Wants = call.Wants,
            Haves = common,
            ClientShallow = call.Shallow,
            Depth = call.Depth,
            IsRelative = call.IsRelative,
            Since = call.Since,
            Without = [.. call.Without.Select(name => Excluded(session, projectId, source, name))],
            Filter = call.Filter,
        };
        var isReady = call.Done || IsReady(history, call, common);
        // Where the border is drawn anew, old clients ask for it before they say what they have.
        if (!isReady && !request.Deepens)
            return new FetchAnswer(projectId, common, false, [], [], [], FrozenSet<ObjectId>.Empty);
        var plan = Planned(history, request);
        var ids = plan.Objects.Select(item => item.Id).ToList();
        if (call.IncludeTags)
            AddTags(session, projectId, source, ids);
        // Who leaves things out may not have what a delta would stand on.
        var isThin = call is { TakesThin: true, Filter: FetchFilter.None };
        return new FetchAnswer(projectId, common, isReady, isReady ? ids : [], plan.Shallow, plan.Unshallow, isThin ? plan.Bases : FrozenSet<ObjectId>.Empty);
    }

    private static FetchPlan Planned(CommitHistory history, FetchRequest request)
    {
        try
        {
            return FetchPlanner.Plan(history, request);
        }
        catch (VersioningException error) when (error.Code == VersioningCodes.NothingSelected)
        {
            throw new QuireException(ErrorKind.Invalid, "bad_request", error.Message, error.Hint);
        }
    }

    private static ObjectId Excluded(ISession session, long projectId, IObjectSource source, string name)
    {
        var found = new[] { name, $"refs/heads/{name}", $"refs/tags/{name}" }.Where(full => full.StartsWith("refs/heads/", StringComparison.Ordinal) || full.StartsWith("refs/tags/", StringComparison.Ordinal))
            .Select(full => session.Refs.Find(projectId, full)).FirstOrDefault(found => found is not null)
            ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch or tag '{name}' to leave out.");
        return source.Peel(found.Target).Id;
    }

    private static void CheckWants(ISession session, long projectId, CommitHistory history, FetchCall call)
    {
        var known = new KnownCommits(history, GitRefs.All(session, projectId, "refs/").Select(item => item.Target));
        foreach (var want in call.Wants)
        {
            // Who left folders and files out of a clone asks for them by their own ids; they show nothing that the project's readers may not see.
            if (!known.Contains(want) && !(history.Source.TryRead(want, out var found) && found.Kind is ObjectKind.Tree or ObjectKind.Blob))
                throw new QuireException(ErrorKind.NotFound, "commit_not_found", $"No branch or tag leads to {want}.", "Fetch a branch, a tag or one of their commits.");
        }
    }

    // Enough is known when something that both have stands behind each want; with many wants, when there is anything at all.
    private static bool IsReady(CommitHistory history, FetchCall call, List<ObjectId> common)
    {
        const int FewWants = 32;
        if (common.Count == 0)
            return false;
        if (call.Wants.Count > FewWants)
            return true;
        var reached = common.ToHashSet();
        return call.Wants.All(want => LeadsTo(history, history.Source.Peel(want).Id, reached));
    }

    private static bool LeadsTo(CommitHistory history, ObjectId tip, HashSet<ObjectId> reached)
    {
        var seen = new HashSet<ObjectId> { tip };
        var open = new PriorityQueue<ObjectId, long>([(tip, 0)]);
        while (open.TryDequeue(out var next, out _))
        {
            if (reached.Contains(next))
                return true;
            foreach (var parent in history.Node(next).Parents.Where(seen.Add))
                open.Enqueue(parent, -history.Node(parent).Time);
        }
        return false;
    }

    private static void AddTags(ISession session, long projectId, IObjectSource source, List<ObjectId> ids)
    {
        var sent = ids.ToHashSet();
        foreach (var tag in GitRefs.All(session, projectId, "refs/tags/"))
        {
            if (sent.Contains(tag.Target) || Peeled(source, tag.Target) is not { } peeled || !sent.Contains(peeled))
                continue;
            for (var value = source.Read(tag.Target); value.Kind == ObjectKind.Tag && sent.Add(value.Id); value = source.Read(Versioning.Commits.Tag.Parse(value).Target))
                ids.Add(value.Id);
        }
    }
}
