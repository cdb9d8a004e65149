using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Prompts.Names;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>Renames, protects and chooses branches; makes and removes tags.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="time">The clock.</param>
public sealed class RefService(IStore store, WriteDoor door, ObjectCache objects, TimeProvider time)
{
    /// <summary>Gives a branch another name; the default branch stays the default one, a protected one protected.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>stale_head</c> where the name is taken, <c>forbidden</c>, <c>protected</c>, <c>invalid_name</c>.</exception>
    public async Task<Applied> RenameBranch(Principal caller, string projectName, string name, string to, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var (project, branch) = await store.Read(session => Branch(session, caller, projectName, name), cancellation);
        var target = BranchNames.Full(to, project);
        if (target == branch.Name)
            return await Apply(caller, project, [], [], cancellation);
        var moves = new List<Move> { new BranchMove(target, null, branch.Target) };
        if (branch.Name == project.DefaultBranch)
            moves.Add(new DefaultBranchMove(target));
        // Whoever may rename it may lift its protection; the new name has it again in the same change.
        if (branch.Protected)
            moves.Add(new ProtectionMove(target, true));
        moves.Add(new BranchMove(branch.Name, branch.Target, null) { IsRename = true });
        return await Apply(caller, project, [], moves, cancellation);
    }

    /// <summary>Makes a branch the default one, protects it or lifts its protection; null leaves things as they are.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>forbidden</c>, <c>breaks_contributions</c>, <c>invalid_name</c>.</exception>
    public async Task<Applied> Settle(Principal caller, string projectName, string name, bool makeDefault, bool? isProtected, IReadOnlyList<string>? acceptedBreaks = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write | Permissions.Manage);
        var (project, branch) = await store.Read(session => Branch(session, caller, projectName, name), cancellation);
        var moves = new List<Move>();
        if (makeDefault)
            moves.Add(new DefaultBranchMove(branch.Name));
        if (isProtected is { } value)
            moves.Add(new ProtectionMove(branch.Name, value));
        return await Apply(caller, project, [], moves, cancellation, acceptedBreaks);
    }

    /// <summary>Creates a tag: with a message an annotated one, without one just a name.</summary>
    /// <exception cref="QuireException"><c>tag_exists</c>, <c>ref_not_found</c>, <c>commit_not_found</c>, <c>invalid_name</c>, <c>invalid_message</c>.</exception>
    public async Task<Applied> CreateTag(Principal caller, string projectName, string name, string? target, string? message, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        CommitMessages.Check(message);
        var (project, current, commit) = await store.Read(session =>
        {
            var found = session.RequireProject(caller, projectName);
            var at = Revisions.Find(session, found, objects, target)
                ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"The default branch of '{projectName}' has no commit yet.");
            return (found, session.Refs.Find(found.Id, TagName(name)), at);
        }, cancellation);
        if (current is not null)
            throw new QuireException(ErrorKind.Conflict, "tag_exists", $"The tag '{name}' exists already.", "Choose another name, or delete it first.");
        if (message is null)
            return await Apply(caller, project, [], [new TagMove(TagName(name), null, commit)], cancellation);
        var tagger = Signature.At(CommitAuthor.Handle(null, caller), CommitAuthor.Address(caller), time.GetUtcNow());
        var tag = Tag.Create(commit, ObjectKind.Commit, name, tagger, CommitMessages.EndWithNewline(message));
        return await Apply(caller, project, [new StagedObject(tag.Raw, null)], [new TagMove(TagName(name), null, tag.Id)], cancellation);
    }

    /// <summary>Deletes a tag.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>protected</c>, <c>invalid_name</c>.</exception>
    public async Task<Applied> DeleteTag(Principal caller, string projectName, string name, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var (project, current) = await store.Read(session =>
        {
            var found = session.RequireProject(caller, projectName);
            return (found, session.Refs.Find(found.Id, TagName(name)));
        }, cancellation);
        if (current is null)
            throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no tag '{name}' in '{projectName}'.", "List the tags with GET …/tags.");
        return await Apply(caller, project, [], [new TagMove(current.Name, current.Target, null)], cancellation);
    }

    private static (Project Project, Ref Branch) Branch(ISession session, Principal caller, string project, string name)
    {
        var found = session.RequireProject(caller, project);
        return (found, BranchNames.Require(session, found, name));
    }

    private static string TagName(string name) => RefName.TryParse(name, out _, out var problem) ? TagPlanner.Prefix + name : throw problem.AsException();

    private Task<Applied> Apply(Principal caller, Project project, IReadOnlyList<StagedObject> staged, IReadOnlyList<Move> moves, CancellationToken cancellation, IReadOnlyList<string>? acceptedBreaks = null) =>
        door.Apply(new Change { Actor = caller, Project = project, Objects = staged, Moves = moves, AcceptedBreaks = acceptedBreaks ?? [] }, cancellation);
}
