using Quire.Core.Access;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Versioning.Blaming;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>Reads branches, commits and trees. They show all of a project, so callers bound to tenants are refused.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
public sealed class HistoryReader(IStore store, ObjectCache objects)
{
    private const int MaxBranches = 1_000;
    private const int MaxFiles = 100_000;

    /// <summary>The branches, by name.</summary>
    public Task<IReadOnlyList<Ref>> Branches(Principal caller, string project, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => session.Refs.List(found.Id, BranchPlanner.Prefix, null, MaxBranches), cancellation);

    /// <summary>The branch of that short name; the default one where none is named.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>.</exception>
    public Task<Ref> Branch(Principal caller, string project, string? name, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => RequireBranch(session, found, name), cancellation);

    /// <summary>How a branch stands to another history.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="name">The branch's short name.</param>
    /// <param name="against">A branch, a tag or <c>sha:HEX</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>commit_not_found</c>, <c>ambiguous_commit</c>, <c>invalid_commit</c>.</exception>
    public Task<Divergence> Diverge(Principal caller, string project, string name, string against, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) =>
        {
            var branch = RequireBranch(session, found, name);
            var other = Revisions.Require(session, found, objects, against);
            var history = new CommitHistory(objects.Source(session, found.Id));
            var (ahead, behind) = history.AheadBehind(branch.Target, other);
            var bases = history.MergeBases(branch.Target, other);
            return new Divergence(branch, ahead, behind, bases.Count > 0 ? bases[0] : null);
        }, cancellation);

    /// <summary>The tags, by name.</summary>
    public Task<IReadOnlyList<Ref>> Tags(Principal caller, string project, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => session.Refs.List(found.Id, TagPlanner.Prefix, null, MaxBranches), cancellation);

    /// <summary>The commits of a branch, newest first, along all parents.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="branch">The branch's short name; null for the default one.</param>
    /// <param name="query">What to show, and where to go on.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>invalid_cursor</c>.</exception>
    public Task<LogPage> Log(Principal caller, string project, string? branch, LogQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Paging.Check(query.PageSize);
        return Read(caller, project, (session, found) =>
        {
            if (FindBranch(session, found, branch) is not { } tip)
                return branch is null ? new LogPage([], null) : throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{branch}' in '{project}'.");
            var source = objects.Source(session, found.Id);
            var page = LogWalk.Page(new CommitHistory(source), tip.Target, query with { Cancellation = cancellation });
            return new LogPage([.. page.Commits.Select(node => source.ReadCommit(node.Id))], page.Next);
        }, cancellation);
    }

    /// <summary>The commits of the default branch that changed a prompt, newest first, under all paths that it had.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>invalid_cursor</c>.</exception>
    public Task<LogPage> PromptLog(Principal caller, string project, string path, string? cursor, int limit = 50, CancellationToken cancellation = default)
    {
        Paging.Check(limit);
        return Read(caller, project, (session, found) =>
        {
            var prompt = session.Prompts.Find(found.Id, path) ?? session.Prompts.FindMoved(found.Id, path)
                ?? throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' in '{project}'.", "List the prompts with: quire list");
            var tip = session.Refs.Find(found.Id, found.DefaultBranch);
            return tip is null ? new LogPage([], null) : MovedLog.Page(objects.Source(session, found.Id), tip.Target, prompt.FilePath, cursor, limit, cancellation);
        }, cancellation);
    }

    /// <summary>Which commit brought each line of a file.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="reference">A branch, a tag or <c>sha:HEX</c>; null for the default branch.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="QuireException"><c>path_not_found</c>, <c>ref_not_found</c>, <c>commit_not_found</c>.</exception>
    public Task<BlameReport> Blame(Principal caller, string project, string path, string? reference, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) =>
        {
            var source = objects.Source(session, found.Id);
            var commit = FindTree(session, found, reference) ?? throw NoPath(path);
            var file = FindEntry(source, source.ReadCommit(commit).Tree, path);
            if (file is not { Mode: EntryMode.File or EntryMode.Executable })
                throw NoPath(path);
            var spans = Blamer.TraceAll(new CommitHistory(source), commit, path, new BlameOptions { Cancellation = cancellation });
            var commits = spans.Select(span => span.Commit).Distinct().ToDictionary(id => id, source.ReadCommit);
            return new BlameReport(path, commit, spans, commits, source.ReadBlob(file.Value.Id));
        }, cancellation);

    /// <summary>The changes that make a path of a branch what it is in a commit.</summary>
    /// <exception cref="QuireException"><c>path_not_found</c>, <c>ref_not_found</c>, <c>commit_not_found</c>, <c>too_large</c>.</exception>
    internal Task<IReadOnlyList<FileChange>> Restoring(Principal caller, string project, string path, string from, string? branch, CancellationToken cancellation) =>
        Read<IReadOnlyList<FileChange>>(caller, project, (session, found) =>
        {
            var source = objects.Source(session, found.Id);
            var then = source.ReadCommit(Revisions.Require(session, found, objects, from)).Tree;
            var now = source.ReadCommit(BranchNames.Require(session, found, branch).Target).Tree;
            if (path.Length == 0 || (FindEntry(source, then, path) is null && FindEntry(source, now, path) is null))
                throw NoPath(path);
            var changes = TreeWalker.Diff(source, now, then, path).Take((int)QuireLimits.CommitChanges.Value + 1).ToList();
            QuireLimits.CommitChanges.Check(changes.Count, "The restored path");
            return [.. changes.OrderBy(change => change.IsDeleted ? 0 : 1).Select(Restored)];
        }, cancellation);

    /// <summary>A commit and the files that it changed.</summary>
    /// <exception cref="QuireException"><c>commit_not_found</c>, <c>ambiguous_commit</c>.</exception>
    public Task<CommitDetails> Show(Principal caller, string project, string hex, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) =>
        {
            var source = objects.Source(session, found.Id);
            var commit = source.ReadCommit(Revisions.RequireCommit(session, found, objects, hex));
            var before = commit.Parents.Count > 0 ? source.ReadCommit(commit.Parents[0]).Tree : (ObjectId?)null;
            return new CommitDetails(commit, [.. TreeWalker.Diff(source, before, commit.Tree).Take(MaxFiles)]);
        }, cancellation);

    /// <summary>The files of a tree, by path.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="reference">A branch, a tag or <c>sha:HEX</c>; null for the default branch.</param>
    /// <param name="prefix">The beginning of the paths; empty for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<IReadOnlyList<TreeFile>> Files(Principal caller, string project, string? reference, string prefix = "", CancellationToken cancellation = default) =>
        Read<IReadOnlyList<TreeFile>>(caller, project, (session, found) =>
        {
            if (FindTree(session, found, reference) is not { } commit)
                return [];
            var source = objects.Source(session, found.Id);
            return [.. TreeWalker.Files(source, source.ReadCommit(commit).Tree).Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)).Take(MaxFiles)];
        }, cancellation);

    private Task<T> Read<T>(Principal caller, string project, Func<ISession, Project, T> read, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session =>
        {
            var found = session.RequireProject(caller, project);
            caller.DemandUnbound();
            return read(session, found);
        }, cancellation);
    }

    private static Ref? FindBranch(ISession session, Project project, string? name) =>
        session.Refs.Find(project.Id, BranchNames.Full(name, project));

    private static Ref RequireBranch(ISession session, Project project, string? name) => FindBranch(session, project, name)
        ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{name}' in '{project.Name}'.", "List the branches with GET …/branches.");

    private ObjectId? FindTree(ISession session, Project project, string? reference) => Revisions.Find(session, project, objects, reference);

    private static FileChange Restored(TreeChange change) => change.New is { } file
        ? new FileChange(file.Path) { Blob = file.Id, Executable = file.Mode == EntryMode.Executable }
        : new FileChange(change.Path);

    private static TreeEntry? FindEntry(IObjectSource source, ObjectId tree, string path) => TreeWalker.Find(source, tree, path);

    private static QuireException NoPath(string path) =>
        new(ErrorKind.NotFound, "path_not_found", $"There is no file '{(path.Length > 200 ? path[..200] + "…" : path)}' there.", "List the files with GET …/tree.");
}
