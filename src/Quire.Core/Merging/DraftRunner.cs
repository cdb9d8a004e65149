using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Versioning;

namespace Quire.Core.Merging;

/// <summary>Works drafts out on a snapshot and applies them through the write door.</summary>
internal sealed class DraftRunner(IStore store, WriteDoor door)
{
    private const int MaxAttempts = 5;

    /// <summary>Runs a draft, again where the branch moved meanwhile and the caller did not name a head.</summary>
    /// <exception cref="QuireException"><c>merge_conflict</c>, with the conflicts; whatever the write door refuses.</exception>
    public async Task<MergeOutcome> Run(Principal caller, Func<ISession, MergeDraft> make, RunOptions options, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        caller.DemandUnbound();
        if (!options.DryRun && await door.Replay(caller, options.Idempotency, cancellation) is { } given)
            return new MergeOutcome { Kind = "replayed", Applied = given };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Attempt(caller, make, options, cancellation);
            }
            catch (QuireException error) when (error.Error.Code == "stale_head" && !options.NamesHead && attempt < MaxAttempts)
            {
                // The caller did not name a head: it is merged again into what is there now.
            }
        }
    }

    private async Task<MergeOutcome> Attempt(Principal caller, Func<ISession, MergeDraft> make, RunOptions options, CancellationToken cancellation)
    {
        var draft = await Make(make, cancellation);
        var outcome = new MergeOutcome { Kind = draft.Kind, Tree = draft.Tree, Conflicts = draft.Conflicts };
        if (options.DryRun)
            return outcome;
        if (draft.Conflicts.Count > 0)
            throw Conflict(draft);
        var change = new Change
        {
            Actor = caller,
            Project = draft.Project,
            Objects = draft.Objects,
            Moves = draft.Move is { } move ? [move] : [],
            AcceptedBreaks = options.AcceptedBreaks,
            Idempotency = options.Idempotency,
        };
        return outcome with { Applied = await door.Apply(change, cancellation) };
    }

    private async Task<MergeDraft> Make(Func<ISession, MergeDraft> make, CancellationToken cancellation)
    {
        try
        {
            return await store.Read(make, cancellation);
        }
        catch (VersioningException error)
        {
            throw KernelErrors.Wrap(error);
        }
    }

    private static QuireException Conflict(MergeDraft draft)
    {
        const int Named = 5;
        var paths = draft.Conflicts.Select(file => $"'{file.Path}'").ToList();
        var more = paths.Count > Named ? $" and {paths.Count - Named} more" : "";
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "merge_conflict",
            Message = $"The changes do not go together in {string.Join(", ", paths.Take(Named))}{more}.",
            Hint = "Settle each path of conflicts and send it in resolutions.",
            Conflicts = draft.Conflicts,
        });
    }

    /// <summary>What the requests have in common.</summary>
    internal sealed record RunOptions(bool NamesHead, bool DryRun, IReadOnlyList<string> AcceptedBreaks, Idempotency? Idempotency);
}
