using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Merging;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>Brings one history into a branch: fast-forward, merge commit, or one squashed commit.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="time">The clock.</param>
public sealed class MergeService(IStore store, WriteDoor door, ObjectCache objects, TimeProvider time)
{
    private const int MaxSquashed = 10_000;
    private readonly MergeRunner _runner = new(store, door);

    /// <summary>Merges.</summary>
    /// <exception cref="QuireException">
    /// <c>merge_conflict</c> with the conflicts as data, <c>not_fast_forward</c>, <c>stale_head</c>, <c>ref_not_found</c>, …; nothing was changed.
    /// </exception>
    public Task<MergeOutcome> Merge(Principal caller, MergeRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        QuireLimits.CommitChanges.Check(request.Resolutions.Count, "The merge");
        CommitMessages.Check(request.Message);
        var options = new MergeRunner.RunOptions(request.Project, request.ExpectedHead is not null, request.DryRun, request.AcceptedBreaks, request.Idempotency);
        return _runner.Run(caller, session => Prepare(session, caller, request, cancellation), options, cancellation);
    }

    private PreparedMerge Prepare(ISession session, Principal caller, MergeRequest request, CancellationToken cancellation)
    {
        var project = session.RequireProject(caller, request.Project);
        var branch = BranchNames.Require(session, project, request.Into);
        if (request.ExpectedHead is { } expected)
            RefGuard.CheckExpected(branch.Name, expected, branch.Target);
        var theirs = Revisions.Require(session, project, objects, request.From);
        var staging = new StagingArea(objects.Source(session, project.Id));
        var history = new CommitHistory(staging);
        if (history.IsAncestor(theirs, branch.Target))
            return new PreparedMerge(project, "up-to-date", history.Node(branch.Target).Tree);
        var forward = history.IsAncestor(branch.Target, theirs);
        if (forward && request.Mode is MergeMode.Auto or MergeMode.FastForwardOnly)
            return new PreparedMerge(project, "fast-forward", history.Node(theirs).Tree) { Move = new BranchMove(branch.Name, branch.Target, theirs) { Merged = theirs } };
        if (request.Mode == MergeMode.FastForwardOnly)
        {
            throw new QuireException(ErrorKind.Conflict, "not_fast_forward", $"'{BranchNames.Short(branch)}' has commits that '{request.From}' does not contain.",
                "Merge with mode auto or merge.");
        }
        return Merge(caller, request, project, branch, theirs, staging, history, cancellation);
    }

    private PreparedMerge Merge(Principal caller, MergeRequest request, Project project, Ref branch, ObjectId theirs, StagingArea staging, CommitHistory history, CancellationToken cancellation)
    {
        var options = new MergeOptions { Labels = new MergeLabels("base", BranchNames.Short(branch), request.From), Cancellation = cancellation };
        var merge = new CommitMerger(staging, options).Merge(branch.Target, theirs);
        var (tree, conflicts) = new ConflictSettler(staging, options).Settle(merge, request.Resolutions);
        var squash = request.Mode == MergeMode.Squash;
        var prepared = new PreparedMerge(project, squash ? "squash" : "merge", tree) { Conflicts = conflicts };
        if (conflicts.Count > 0 || (squash && tree == history.Node(branch.Target).Tree))
            return prepared;
        var message = request.Message ?? $"{(squash ? "Squash" : "Merge")} '{request.From}' into {BranchNames.Short(branch)}";
        if (squash)
            message = WithMoves(message, history, branch.Target, theirs);
        var author = Signature.At(CommitAuthor.Handle(request.Author, caller), CommitAuthor.Address(caller), time.GetUtcNow());
        var commit = Commit.Create(tree, squash ? [branch.Target] : [branch.Target, theirs], author, author, CommitMessages.EndWithNewline(message));
        staging.Add(commit.Raw);
        return prepared with { Objects = staging.ReachableFrom(commit.Id), Move = new BranchMove(branch.Name, branch.Target, commit.Id) { Merged = theirs } };
    }

    // The commits that a squash leaves behind told of moves; the one that stands for them tells of them, too.
    private static string WithMoves(string message, CommitHistory history, ObjectId ours, ObjectId theirs)
    {
        var known = Trailers.Moves(message).ToHashSet();
        foreach (var id in history.ParentsFirst([theirs], id => history.IsAncestor(id, ours)).Take(MaxSquashed))
        {
            foreach (var move in Trailers.Moves(history.Source.ReadCommit(id).Message).Where(known.Add))
                message = Trailers.AddMove(message, move.Old, move.New);
        }
        return message;
    }
}
