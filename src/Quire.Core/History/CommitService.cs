using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Merging;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>Makes commits and applies them through the write door.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="time">The clock.</param>
public sealed class CommitService(IStore store, WriteDoor door, ObjectCache objects, TimeProvider time)
{
    /// <summary>Commits changes. Where nothing would change, nothing is committed.</summary>
    /// <exception cref="QuireException"><c>stale_head</c>, <c>rejected</c>, <c>too_large</c>, <c>project_not_found</c>, …; nothing was changed.</exception>
    public async Task<Applied> Commit(Principal caller, CommitRequest request, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        CheckLimits(request);
        if (await door.Replay(caller, request.Idempotency, cancellation) is { } given)
            return given;
        try
        {
            return await door.Race(
                caller, request.Project, request.ExpectedHead is not null || request.ExpectEmpty, async apply => await apply(await Change(caller, request, cancellation)), cancellation);
        }
        catch (QuireException error) when (error.Error.Code is "stale_head" or "stale_prompt" && LateSave.Concerns(caller, request))
        {
            throw new QuireException(error.Error with { Merge = await Merge(caller, request, cancellation) });
        }
    }

    /// <summary>The files of a request that came too late, merged with what is there now; none where the caller may not see that.</summary>
    internal async Task<IReadOnlyList<MergedFile>> Merge(Principal caller, CommitRequest request, CancellationToken cancellation) =>
        LateSave.Concerns(caller, request) ? await store.Read(session => LateSave.Merge(session, objects, caller, request), cancellation) : [];

    private async Task<Change> Change(Principal caller, CommitRequest request, CancellationToken cancellation)
    {
        var prepared = await store.Read(session => Prepare(session, caller, request), cancellation);
        return new Change
        {
            Actor = caller,
            Project = prepared.Project,
            Objects = prepared.Objects,
            Moves = prepared.Moves,
            AcceptedBreaks = request.AcceptedBreaks,
            Idempotency = request.Idempotency,
            Draft = request.Draft,
        };
    }

    private Prepared Prepare(ISession session, Principal caller, CommitRequest request)
    {
        var project = session.RequireProject(caller, request.Project);
        var branch = BranchNames.Full(request.Branch, project);
        var head = session.Refs.Find(project.Id, branch)?.Target;
        if (request.ExpectedHead is not null || request.ExpectEmpty)
            RefGuard.CheckExpected(branch, request.ExpectedHead, head);
        var parent = head ?? session.Refs.Find(project.Id, project.DefaultBranch)?.Target;
        return Prepare(session, caller, request, project, branch, head, parent);
    }

    private Prepared Prepare(ISession session, Principal caller, CommitRequest request, Project project, string branch, ObjectId? head, ObjectId? parent)
    {
        var staging = new StagingArea(objects.Source(session, project.Id));
        var before = parent is { } id ? staging.ReadCommit(id).Tree : (ObjectId?)null;
        var tree = WriteTree(request, staging, before);
        if (tree == (before ?? ObjectId.EmptyTree) && request.Register.Count == 0)
            return new Prepared(project, [], request.Moves);
        var author = Signature.At(CommitAuthor.Handle(request.Author, caller), CommitAuthor.Address(caller), time.GetUtcNow());
        var commit = Quire.Versioning.Commits.Commit.Create(tree, parent is { } first ? [first] : [], author, author, CommitMessages.EndWithNewline(request.Message));
        staging.Add(commit.Raw);
        return new Prepared(project, staging.Objects, [new BranchMove(branch, head, commit.Id) { Register = request.Register }, .. request.Moves]);
    }

    private static ObjectId WriteTree(CommitRequest request, StagingArea staging, ObjectId? before)
    {
        try
        {
            var editor = new TreeEditor(staging, before);
            foreach (var change in request.Changes)
            {
                CheckExpected(staging, before, change);
                FileEdits.Apply(editor, staging, change);
            }
            return editor.Write(staging);
        }
        catch (VersioningException error)
        {
            throw KernelErrors.Wrap(error);
        }
    }

    // Checked against the head that the commit is made on, so that of several writers who saw one content only the first one wins.
    private static void CheckExpected(StagingArea staging, ObjectId? before, FileChange change)
    {
        if (change.Expected is not { } expected)
            return;
        var actual = before is { } tree ? TreeWalker.Find(staging, tree, change.Path)?.Id : null;
        if ((actual ?? default) == expected)
            return;
        throw new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "stale_prompt",
            Message = $"The file '{change.Path}' has changed since you read it.",
            Hint = "Read it again and apply your change to what is there now.",
            Facts = new Dictionary<string, string> { ["expected"] = expected.IsZero ? "" : expected.ToString(), ["actual"] = actual?.ToString() ?? "" },
        });
    }

    private static void CheckLimits(CommitRequest request)
    {
        QuireLimits.CommitChanges.Check(request.Changes.Count, "The commit");
        CommitMessages.Check(request.Message);
    }

    private sealed record Prepared(Project Project, IReadOnlyList<StagedObject> Objects, IReadOnlyList<Move> Moves);
}
