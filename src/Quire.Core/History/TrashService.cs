using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.History;

/// <summary>Lists deleted prompts, brings them back, and brings old contents back.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="history">Reads old trees.</param>
/// <param name="commits">Makes commits.</param>
public sealed class TrashService(IStore store, HistoryReader history, CommitService commits)
{
    private const int VersionPage = 100;

    /// <summary>A page of deleted prompts, by path.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="after">The path after which the page begins; null for the first one.</param>
    /// <param name="limit">How many at most, 1 to <see cref="QuireLimits.PageSize"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<IReadOnlyList<TrashEntry>> List(Principal caller, string project, string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read<IReadOnlyList<TrashEntry>>(session =>
        {
            var found = session.RequireProject(caller, project);
            caller.DemandUnbound();
            return [.. session.Prompts.ListDeleted(found.Id, after, limit).Select(prompt => new TrashEntry(prompt, Newest(session, prompt)))];
        }, cancellation);
    }

    /// <summary>Brings a deleted prompt back with its newest content. It is the same prompt and goes on numbering.</summary>
    /// <exception cref="QuireException"><c>not_in_trash</c>, <c>version_deleted</c>.</exception>
    public async Task<Applied> Restore(Principal caller, string project, string path, string? message = null, Idempotency? idempotency = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        var entry = await store.Read(session => Find(session, caller, project, path), cancellation);
        var version = entry.Version
            ?? throw new QuireException(ErrorKind.Gone, "version_deleted", $"Every version of '{path}' was deleted.", "Restore its file from a commit.");
        return await commits.Commit(caller, new CommitRequest
        {
            Project = project,
            Message = message ?? $"Restore {entry.Prompt.Path}",
            Changes = [new FileChange(entry.Prompt.FilePath) { Blob = version.Blob }],
            Idempotency = idempotency,
        }, cancellation);
    }

    /// <summary>Makes a file, or a folder, what it was in a commit; what was not there then is removed.</summary>
    /// <exception cref="QuireException"><c>path_not_found</c>, <c>ref_not_found</c>, <c>commit_not_found</c>, <c>too_large</c>, ….</exception>
    public async Task<Applied> RestorePath(Principal caller, RestoreRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        caller.Demand(Permissions.Read | Permissions.Write);
        var changes = await history.Restoring(caller, request.Project, request.Path, request.From, request.Branch, cancellation);
        return await commits.Commit(caller, new CommitRequest
        {
            Project = request.Project,
            Branch = request.Branch,
            ExpectedHead = request.ExpectedHead,
            Message = request.Message ?? $"Restore {request.Path} from {request.From}",
            Author = request.Author,
            Changes = changes,
            AcceptedBreaks = request.AcceptedBreaks,
            Idempotency = request.Idempotency,
        }, cancellation);
    }

    private static TrashEntry Find(ISession session, Principal caller, string project, string path)
    {
        var found = session.RequireProject(caller, project);
        caller.DemandUnbound();
        return session.Prompts.Find(found.Id, path) is { TipBlob: null, LastNumber: > 0 } prompt
            ? new TrashEntry(prompt, Newest(session, prompt))
            : throw new QuireException(ErrorKind.NotFound, "not_in_trash", $"There is no deleted prompt '{path}' in '{project}'.", "List the deleted prompts with GET …/trash.");
    }

    private static PromptVersion? Newest(ISession session, Prompt prompt) =>
        session.Versions.List(prompt.ProjectId, prompt.Id, null, VersionPage).FirstOrDefault(version => !version.Tombstone);
}
