using System.Text;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;

namespace Quire.Core.Drafts;

/// <summary>
/// Keeps texts that people work on, each for its person alone, and commits them. A person is the id of a key.
/// </summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="reader">Knows what a draft started from.</param>
/// <param name="prompts">Writes prompts.</param>
/// <param name="door">Knows what was answered before.</param>
/// <param name="time">The clock.</param>
public sealed class DraftService(IStore store, ObjectCache objects, PromptReader reader, PromptWriter prompts, WriteDoor door, TimeProvider time)
{
    /// <summary>What it takes to have drafts: they are there to be committed, and a stale one shows what is there now.</summary>
    public const Permissions Needed = Permissions.Read | Permissions.Write;

    /// <summary>The caller's drafts in a project, by branch and path. There are at most <see cref="QuireLimits.Drafts"/>, so they come at once.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>.</exception>
    public Task<IReadOnlyList<DraftEntry>> List(Principal caller, string project, CancellationToken cancellation = default)
    {
        Admit(caller);
        return store.Read(session => session.Drafts.List(session.RequireProject(caller, project).Id, caller.Id, (int)QuireLimits.Drafts.Value), cancellation);
    }

    /// <summary>One draft of the caller.</summary>
    /// <exception cref="QuireException"><c>draft_not_found</c>, <c>project_not_found</c>, <c>invalid_name</c>.</exception>
    public Task<Draft> Get(Principal caller, string project, string path, string? branch = null, CancellationToken cancellation = default)
    {
        Admit(caller);
        return store.Read(session => Require(session, Key(session, caller, project, path, branch).Key), cancellation);
    }

    /// <summary>Keeps a text, in place of the caller's draft of that prompt and branch.</summary>
    /// <returns>The draft, and whether it is a new one.</returns>
    /// <exception cref="QuireException"><c>too_large</c>, <c>commit_not_found</c>, <c>project_not_found</c>, <c>invalid_name</c>.</exception>
    public Task<(Draft Draft, bool IsNew)> Keep(Principal caller, KeepDraft wish, CancellationToken cancellation = default)
    {
        Admit(caller);
        ArgumentNullException.ThrowIfNull(wish);
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        QuireLimits.PromptBytes.Check(bytes, $"The draft of '{wish.Path}'");
        return store.Write(session =>
        {
            var (project, key) = Key(session, caller, wish.Project, wish.Path, wish.Branch);
            var old = session.Drafts.Find(key);
            CheckUsage(session, caller, old, bytes);
            var draft = new Draft(key, project.OrganisationId, Base(session, project, wish, old), wish.Format ?? old?.Format, wish.Text, time.GetUtcNow());
            session.Drafts.Set(draft);
            // As the store has it: clients recognise their draft by its time, which the store may keep less exactly.
            return (session.Drafts.Find(key)!, old is null);
        }, cancellation);
    }

    /// <summary>Removes a draft; its text is gone.</summary>
    /// <exception cref="QuireException"><c>draft_not_found</c>, <c>project_not_found</c>, <c>invalid_name</c>.</exception>
    public Task Drop(Principal caller, string project, string path, string? branch = null, CancellationToken cancellation = default)
    {
        Admit(caller);
        return store.Write(session =>
        {
            var key = Key(session, caller, project, path, branch).Key;
            return session.Drafts.Remove(key) ? key : throw NotFound(key);
        }, cancellation);
    }

    /// <summary>
    /// Commits a draft; it goes in the same transaction, unless it was kept with another text meanwhile. What others changed elsewhere is no
    /// obstacle; where they changed this prompt since the draft's base, the refusal has the merge of both.
    /// </summary>
    /// <exception cref="QuireException"><c>draft_not_found</c>, <c>stale_prompt</c> with the merge, <c>rejected</c>, …; nothing was changed.</exception>
    public async Task<Applied> Commit(Principal caller, FinishDraft wish, CancellationToken cancellation = default)
    {
        Admit(caller);
        ArgumentNullException.ThrowIfNull(wish);
        // The answer may have been given already, and the draft with it.
        if (await door.Replay(caller, wish.Idempotency, cancellation) is { } given)
            return given;
        var draft = await Get(caller, wish.Project, wish.Path, wish.Branch, cancellation);
        return await prompts.Save(caller, new SavePrompt
        {
            Project = wish.Project,
            Path = wish.Path,
            Source = Encoding.UTF8.GetBytes(draft.Text),
            Format = draft.Format,
            Message = wish.Message,
            Author = wish.Author,
            Branch = draft.Key.Branch,
            ExpectedBlob = await Seen(caller, wish.Project, draft, cancellation),
            Aliases = wish.Aliases,
            AcceptedBreaks = wish.AcceptedBreaks,
            Idempotency = wish.Idempotency,
            Draft = draft,
        }, cancellation);
    }

    private static void Admit(Principal caller)
    {
        caller.Demand(Needed);
        caller.DemandUnbound();
    }

    private static (Project Project, DraftKey Key) Key(ISession session, Principal caller, string project, string path, string? branch)
    {
        var found = session.RequireProject(caller, project);
        if (!PromptPath.TryParse(path, out var parsed, out var problem))
            throw problem.AsException();
        return (found, new DraftKey(found.Id, caller.Id, BranchNames.Full(branch, found)[BranchPlanner.Prefix.Length..], parsed.Value));
    }

    private static Draft Require(ISession session, DraftKey key) => session.Drafts.Find(key) ?? throw NotFound(key);

    private static QuireException NotFound(DraftKey key) => new(ErrorKind.NotFound, "draft_not_found",
        $"You have no draft of '{key.Path}' on '{key.Branch}'.", "List your drafts with GET …/drafts.");

    private static void CheckUsage(ISession session, Principal caller, Draft? old, int bytes)
    {
        var used = session.Drafts.Usage(caller.OrganisationId, caller.Id);
        QuireLimits.Drafts.Check(used.Count + (old is null ? 1 : 0), "The collection of your drafts");
        QuireLimits.DraftBytes.Check(used.Bytes + bytes - (old is null ? 0 : Encoding.UTF8.GetByteCount(old.Text)), "The collection of your drafts");
    }

    private ObjectId? Base(ISession session, Project project, KeepDraft wish, Draft? old)
    {
        if (wish.Base is { } named)
            return Revisions.RequireCommit(session, project, objects, named.ToString());
        return old is not null ? old.Base : (session.Refs.Find(project.Id, BranchNames.Full(wish.Branch, project)) ?? session.Refs.Find(project.Id, project.DefaultBranch))?.Target;
    }

    // The content that the prompt had where the draft began; the zero id where there was none.
    private async Task<ObjectId> Seen(Principal caller, string project, Draft draft, CancellationToken cancellation)
    {
        if (draft.Base is not { } commit)
            return default;
        try
        {
            return (await reader.ResolveAny(caller, Addressing.Of(caller, project, draft.Key.Path, new Selector.Commit(commit.ToString())), cancellation)).Blob;
        }
        catch (QuireException error) when (error.Error.Code is "prompt_not_found" or "commit_not_found")
        {
            return default;
        }
    }
}
