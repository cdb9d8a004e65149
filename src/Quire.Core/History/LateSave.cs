using Quire.Core.Access;
using Quire.Core.Merging;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>
/// Explains to somebody whose save came too late what it would be together with what others wrote meanwhile: a three-way merge that is ready, so
/// that nobody's edit is lost.
/// </summary>
internal static class LateSave
{
    private const int MaxFiles = 100;
    private static readonly MergeLabels Labels = new("what you read", "what is there now", "yours");

    /// <summary>Whether there is something to merge, and the caller may see it.</summary>
    public static bool Concerns(Principal caller, CommitRequest request) =>
        caller.Permissions.HasFlag(Permissions.Read) && !caller.IsBoundToTenants && request.Changes.Any(change => !change.IsRemoval);

    /// <summary>Each file that the request sets, merged with what is there now.</summary>
    public static IReadOnlyList<MergedFile> Merge(ISession session, ObjectCache objects, Principal caller, CommitRequest request)
    {
        var project = session.RequireProject(caller, request.Project);
        var staging = new StagingArea(objects.Source(session, project.Id));
        var now = Tree(staging, session.Refs.Find(project.Id, BranchNames.Full(request.Branch, project))?.Target);
        var then = request.ExpectedHead is { } seen && staging.TryRead(seen, out var known) && known.Kind == ObjectKind.Commit ? Tree(staging, seen) : null;
        var files = new MergedFiles(staging, Labels);
        return [.. request.Changes.Where(change => !change.IsRemoval).Take(MaxFiles).Select(change => Merge(files, staging, change, Base(session, staging, project, change, then), now)).OfType<MergedFile>()];
    }

    private static MergedFile? Merge(MergedFiles files, StagingArea staging, FileChange change, TreeFile? @base, ObjectId? now)
    {
        var blob = change.Blob ?? staging.AddBlob(change.Content!.Value);
        return staging.TryRead(blob, out var theirs) && theirs.Kind == ObjectKind.Blob
            ? files.Show(change.Path, MergedFile.Together, @base, Find(staging, now, change.Path), new TreeFile(change.Path, EntryMode.File, blob))
            : null;
    }

    // A prompt that was moved since is looked for where it stood then.
    private static TreeFile? Base(ISession session, StagingArea staging, Project project, FileChange change, ObjectId? then)
    {
        if (change.Expected is { } expected)
            return staging.TryRead(expected, out _) ? new TreeFile(change.Path, EntryMode.File, expected) : null;
        if (Find(staging, then, change.Path) is { } found)
            return found;
        var role = FileRole.Classify(change.Path, []);
        if (role.PromptName is not { } name || session.Prompts.Find(project.Id, name.Value) is not { } prompt)
            return null;
        var format = role is FileRole.Prompt { Format: var written } ? written : PromptFormat.Text;
        return session.Prompts.Redirects(project.Id, prompt.Id)
            .Select(old => Find(staging, then, FileRole.FilePath(PromptPath.Parse(old), format)))
            .FirstOrDefault(file => file is not null);
    }

    private static ObjectId? Tree(StagingArea staging, ObjectId? commit) => commit is { } id ? staging.ReadCommit(id).Tree : null;

    private static TreeFile? Find(StagingArea staging, ObjectId? tree, string path) =>
        tree is { } root && IsPath(path) && TreeWalker.Find(staging, root, path) is { Mode: EntryMode.File or EntryMode.Executable } entry
            ? new TreeFile(path, entry.Mode, entry.Id)
            : null;

    private static bool IsPath(string path) => path.Length > 0 && path[0] != '/';
}
