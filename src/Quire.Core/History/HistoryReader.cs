using Quire.Core.Access;
using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Versioning.Commits;
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
        Read(caller, project, (session, found) => FindBranch(session, found, name)
            ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{name}' in '{project}'.", "List the branches with GET …/branches."), cancellation);

    /// <summary>The commits of a branch, newest first, along all parents.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="branch">The branch's short name; null for the default one.</param>
    /// <param name="path">A file or folder that the commits must have changed; null for all.</param>
    /// <param name="after">The commit after which the page begins; null for the tip.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<IReadOnlyList<Commit>> Log(Principal caller, string project, string? branch, string? path, ObjectId? after, int limit = 50, CancellationToken cancellation = default)
    {
        Paging.Check(limit);
        return Read<IReadOnlyList<Commit>>(caller, project, (session, found) =>
        {
            if (FindBranch(session, found, branch) is not { } tip)
                return branch is null ? [] : throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{branch}' in '{project}'.");
            var source = objects.Source(session, found.Id);
            var start = after is { } last ? new CommitHistory(source).Node(last).Parents.FirstOrDefault() : tip.Target;
            return start.IsZero ? [] : [.. Walk(source, start, path).Take(limit)];
        }, cancellation);
    }

    /// <summary>A commit and the files that it changed.</summary>
    /// <exception cref="QuireException"><c>commit_not_found</c>, <c>ambiguous_commit</c>.</exception>
    public Task<CommitDetails> Show(Principal caller, string project, string hex, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) =>
        {
            var source = objects.Source(session, found.Id);
            var commit = source.ReadCommit(FindCommit(session, found, hex));
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

    private ObjectId? FindTree(ISession session, Project project, string? reference)
    {
        if (reference is null)
            return session.Refs.Find(project.Id, project.DefaultBranch)?.Target;
        var resolver = new Resolver(objects, new ContentReader());
        return reference.StartsWith("sha:", StringComparison.Ordinal) ? resolver.FindCommit(session, project, reference[4..]) : resolver.FindRef(session, project, reference);
    }

    private ObjectId FindCommit(ISession session, Project project, string hex)
    {
        var isHex = hex.Length is >= 4 and <= ObjectId.HexLength && hex.All(char.IsAsciiHexDigitLower);
        if (!isHex)
            throw new QuireException(ErrorKind.Invalid, "invalid_commit", $"'{hex}' is no commit id.", "A commit id is 4 to 40 lower-case hexadecimal digits.");
        return new Resolver(objects, new ContentReader()).FindCommit(session, project, hex);
    }

    private static IEnumerable<Commit> Walk(IObjectSource source, ObjectId start, string? path)
    {
        var history = new CommitHistory(source);
        foreach (var node in history.FirstParents(start))
        {
            var before = node.Parents.Count > 0 ? history.Node(node.Parents[0]).Tree : (ObjectId?)null;
            if (path is null || TreeWalker.Diff(source, before, node.Tree, path).Any())
                yield return source.ReadCommit(node.Id);
        }
    }
}
