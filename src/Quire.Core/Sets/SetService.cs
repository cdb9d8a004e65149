using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Sets;

/// <summary>Lists, shows, makes, edits and removes the prompt sets of a project.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="commits">Makes the commits.</param>
/// <param name="lister">Knows the prompts.</param>
/// <param name="objects">Objects read lately.</param>
public sealed class SetService(IStore store, CommitService commits, PromptLister lister, ObjectCache objects)
{
    /// <summary>The sets at the tip of the default branch, by folder.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<PromptSet>> List(Principal caller, string projectName, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        caller.DemandUnbound();
        return (await Look(caller, projectName, cancellation)).Sets;
    }

    /// <summary>A set and the first thousand of its prompts: what a release of it would hold.</summary>
    /// <exception cref="QuireException"><c>set_not_found</c>.</exception>
    public async Task<(PromptSet Set, PromptList Prompts)> Preview(Principal caller, string projectName, string name, CancellationToken cancellation = default)
    {
        var set = Require((await List(caller, projectName, cancellation)).ToList(), projectName, name);
        var prompts = await lister.List(caller, projectName, set.Folder.Length == 0 ? "" : set.Folder + "/", limit: (int)Limits.QuireLimits.PageSize.Value, cancellation: cancellation);
        return (set, prompts);
    }

    /// <summary>Makes a set, or edits its manifest, with a commit. Keys of a manifest that are not given here stay.</summary>
    /// <exception cref="QuireException"><c>invalid_set</c>, <c>set_nested</c>, <c>set_exists</c>, <c>set_not_found</c> where it is new and no folder is named.</exception>
    public Task<Applied> Save(Principal caller, string projectName, string name, SaveSet wish, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        return FreshHead.Repeat(async () =>
        {
            var (head, sets) = await Look(caller, projectName, cancellation);
            var current = sets.FirstOrDefault(set => set.Name == name);
            if (current is not null && wish.Folder is not null && wish.Folder != current.Folder)
                throw new QuireException(ErrorKind.Conflict, "set_exists", $"The prompt set '{name}' is in '{current.Folder}' already.", "Leave the folder out, or move the folder.");
            var folder = current?.Folder ?? wish.Folder ?? throw NotFound(projectName, name);
            _ = PromptFolder.Prefix(folder);
            var file = new PromptSet(name, folder, default, null, null).FilePath;
            var manifest = new SetManifest { Name = name, Version = wish.Version ?? current?.Manifest?.Version, Description = wish.Description ?? current?.Manifest?.Description };
            return await Commit(caller, projectName, head, wish.Message ?? $"{(current is null ? "Make" : "Edit")} the prompt set {name}", new FileChange(file) { Content = manifest.Write(current?.Manifest) }, cancellation);
        });
    }

    /// <summary>Removes a set's manifest with a commit; its prompts stay.</summary>
    /// <exception cref="QuireException"><c>set_not_found</c>.</exception>
    public Task<Applied> Delete(Principal caller, string projectName, string name, string? message = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        return FreshHead.Repeat(async () =>
        {
            var (head, sets) = await Look(caller, projectName, cancellation);
            return await Commit(caller, projectName, head, message ?? $"Remove the prompt set {name}", new FileChange(Require(sets, projectName, name).FilePath), cancellation);
        });
    }

    /// <summary>The set or project of the organisation that has the name; null where none has.</summary>
    internal static string? Holder(ISession session, ObjectCache objects, long organisationId, string name) =>
        session.Projects.List(organisationId).SelectMany(project => At(session, objects, project).Sets.Where(set => set.Name == name).Select(set => $"{project.Name}:{set.FilePath}")).FirstOrDefault();

    private Task<(ObjectId? Head, IReadOnlyList<PromptSet> Sets)> Look(Principal caller, string projectName, CancellationToken cancellation) =>
        store.Read(session => At(session, objects, session.RequireProject(caller, projectName)), cancellation);

    private static (ObjectId? Head, IReadOnlyList<PromptSet> Sets) At(ISession session, ObjectCache objects, Project project)
    {
        if (session.Refs.Find(project.Id, project.DefaultBranch)?.Target is not { } head)
            return (null, []);
        var source = objects.Source(session, project.Id);
        return (head, TreeSets.Read(project, source, source.ReadCommit(head).Tree));
    }

    private Task<Applied> Commit(Principal caller, string project, ObjectId? head, string message, FileChange change, CancellationToken cancellation) =>
        commits.Commit(caller, new CommitRequest { Project = project, ExpectedHead = head, ExpectEmpty = head is null, Message = message, Changes = [change] }, cancellation);

    private static PromptSet Require(IReadOnlyList<PromptSet> sets, string project, string name) =>
        sets.FirstOrDefault(set => set.Name == name) ?? throw NotFound(project, name);

    private static QuireException NotFound(string project, string name) =>
        new(ErrorKind.NotFound, "set_not_found", $"There is no prompt set '{name}' in '{project}'.", "List the sets with GET …/sets; to make one, name its folder.");
}
