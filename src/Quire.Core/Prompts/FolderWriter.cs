using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Prompts;

/// <summary>Moves whole folders.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="commits">Makes the one commit.</param>
/// <param name="door">Knows the answers that were given.</param>
/// <param name="objects">Objects read lately.</param>
public sealed class FolderWriter(IStore store, CommitService commits, WriteDoor door, ObjectCache objects)
{
    /// <summary>Moves a folder with everything in it, in one commit. Its prompts keep ids, numbers and aliases, and their old paths lead to them.</summary>
    /// <exception cref="QuireException"><c>folder_not_found</c>, <c>folder_exists</c>, <c>invalid_name</c>, <c>rejected</c>, …; nothing was changed.</exception>
    public async Task<Applied> Move(Principal caller, string projectName, string from, string to, string? message = null, Idempotency? idempotency = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        var (source, target) = (PromptFolder.Prefix(from), PromptFolder.Prefix(to));
        if (source.Length == 0 || target.Length == 0 || target.StartsWith(source, StringComparison.Ordinal) || source.StartsWith(target, StringComparison.Ordinal))
            throw new QuireException(ErrorKind.Invalid, "invalid_name", "A folder moves to a folder that is neither inside it nor around it.", "Name two folders, for example support and help/desk.");
        if (await door.Replay(caller, idempotency, cancellation) is { } given)
            return given;
        return await FreshHead.Repeat(async () =>
        {
            var (head, changes) = await store.Read(session => Look(session, session.RequireProject(caller, projectName), source, target), cancellation);
            return await commits.Commit(caller, new CommitRequest
            {
                Project = projectName,
                ExpectedHead = head,
                Message = Trailers.AddMove(message ?? $"Move {from} to {to}", source, target),
                Changes = changes,
                Idempotency = idempotency,
            }, cancellation);
        });
    }

    private (ObjectId Head, IReadOnlyList<FileChange> Changes) Look(ISession session, Project project, string source, string target)
    {
        var folder = source[..^1];
        var head = session.Refs.Find(project.Id, project.DefaultBranch)?.Target ?? throw PromptFolder.NotFound(project, folder);
        var tree = objects.Source(session, project.Id);
        var root = tree.ReadCommit(head).Tree;
        if (TreeWalker.Find(tree, root, folder) is not { Mode: EntryMode.Tree } entry)
            throw PromptFolder.NotFound(project, folder);
        if (TreeWalker.Find(tree, root, target[..^1]) is not null)
            throw new QuireException(ErrorKind.Conflict, "folder_exists", $"There is something at '{target[..^1]}' already.", "Move or delete it first, or choose another folder.");
        var files = TreeWalker.Files(tree, entry.Id);
        return (head, [new FileChange(folder), .. files.Select(file => new FileChange(target + file.Path) { Blob = file.Id, Executable = file.Mode == EntryMode.Executable })]);
    }
}
