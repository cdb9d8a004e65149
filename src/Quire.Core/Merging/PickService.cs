using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Commits;
using Quire.Versioning.Merging;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;

namespace Quire.Core.Merging;

/// <summary>Takes the change of a commit back, or applies it to another branch.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="time">The clock.</param>
public sealed class PickService(IStore store, WriteDoor door, ObjectCache objects, TimeProvider time)
{
    private readonly MergeRunner _runner = new(store, door);

    /// <summary>Commits the reverse of what a commit changed.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>merge_conflict</c>, <c>rejected</c> for a merge without mainline, <c>commit_not_found</c>, …; nothing was changed.</exception>
    public Task<MergeOutcome> Revert(Principal caller, PickRequest request, CancellationToken cancellation = default) => Run(caller, request, true, cancellation);

    /// <summary>Commits what a commit changed once more, with its author and message.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>merge_conflict</c>, <c>rejected</c> for a merge without mainline, <c>commit_not_found</c>, …; nothing was changed.</exception>
    public Task<MergeOutcome> CherryPick(Principal caller, PickRequest request, CancellationToken cancellation = default) => Run(caller, request, false, cancellation);

    private Task<MergeOutcome> Run(Principal caller, PickRequest request, bool revert, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        QuireLimits.CommitChanges.Check(request.Resolutions.Count, "The request");
        CommitMessages.Check(request.Message);
        var options = new MergeRunner.RunOptions(request.Project, request.ExpectedHead is not null, request.DryRun, request.AcceptedBreaks, request.Idempotency);
        return _runner.Run(caller, session => Prepare(session, caller, request, revert, cancellation), options, cancellation);
    }

    private PreparedMerge Prepare(ISession session, Principal caller, PickRequest request, bool revert, CancellationToken cancellation)
    {
        var project = session.RequireProject(caller, request.Project);
        var branch = BranchNames.Require(session, project, request.Branch);
        if (request.ExpectedHead is { } expected)
            RefGuard.CheckExpected(branch.Name, expected, branch.Target);
        var staging = new StagingArea(objects.Source(session, project.Id));
        var picked = staging.ReadCommit(Revisions.Require(session, project, objects, request.Commit));
        var head = staging.ReadCommit(branch.Target);
        var (tree, conflicts) = Apply(staging, picked, head.Tree, BranchNames.Short(branch), request, revert, cancellation);
        var prepared = new PreparedMerge(project, revert ? "revert" : "cherry-pick", tree) { Conflicts = conflicts };
        if (conflicts.Count > 0 || tree == head.Tree)
            return prepared;
        var commit = Make(caller, request, picked, head.Id, tree, revert);
        staging.Add(commit.Raw);
        return prepared with { Objects = staging.ReachableFrom(commit.Id), Move = new BranchMove(branch.Name, branch.Target, commit.Id) };
    }

    private static (ObjectId Tree, IReadOnlyList<MergedFile> Conflicts) Apply(StagingArea staging, Commit picked, ObjectId onto, string branch, PickRequest request, bool revert, CancellationToken cancellation)
    {
        var short7 = picked.Id.Short();
        var labels = revert ? new MergeLabels(short7, branch, $"parent of {short7}") : new MergeLabels($"parent of {short7}", branch, short7);
        var options = new MergeOptions { Labels = labels, Cancellation = cancellation };
        var merger = new CommitMerger(staging, options);
        var merge = revert ? merger.Revert(picked.Id, onto, request.Mainline) : merger.CherryPick(picked.Id, onto, request.Mainline);
        return new ConflictSettler(staging, options).Settle(merge, request.Resolutions);
    }

    private Commit Make(Principal caller, PickRequest request, Commit picked, ObjectId head, ObjectId tree, bool revert)
    {
        var committer = Signature.At(CommitAuthor.Handle(request.Author, caller), CommitAuthor.Address(caller), time.GetUtcNow());
        // As with git, who wrote a change stays its author when it is picked; taking it back is the work of whoever does it.
        var author = revert || request.Author is not null ? committer : picked.Author;
        var message = request.Message ?? (revert ? RevertMessage(picked) : picked.Message);
        return Commit.Create(tree, [head], author, committer, CommitMessages.EndWithNewline(message));
    }

    // A revert of a move through Quire moves the prompt back, so that it keeps its identity on the way back, too.
    private static string RevertMessage(Commit picked)
    {
        var message = $"Revert \"{picked.Subject}\"\n\nThis reverts commit {picked.Id}.\n";
        foreach (var (old, @new) in Trailers.Moves(picked.Message))
            message = Trailers.AddMove(message, @new, old);
        return message;
    }
}
