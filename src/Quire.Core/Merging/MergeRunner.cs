using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Versioning;

namespace Quire.Core.Merging;

/// <summary>Works merges out on a snapshot and applies them through the write door.</summary>
internal sealed class MergeRunner(IStore store, WriteDoor door)
{
    /// <summary>Runs a prepared, again where the branch moved meanwhile and the caller did not name a head.</summary>
    /// <exception cref="QuireException"><c>merge_conflict</c>, with the conflicts; whatever the write door refuses.</exception>
    public async Task<MergeOutcome> Run(Principal caller, Func<ISession, PreparedMerge> make, RunOptions options, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        caller.DemandUnbound();
        if (!options.DryRun && await door.Replay(caller, options.Idempotency, cancellation) is { } given)
            return new MergeOutcome { Kind = "replayed", Applied = given };
        return await door.Race(caller, options.Project, options.NamesHead, apply => Attempt(caller, make, options, apply, cancellation), cancellation);
    }

    private async Task<MergeOutcome> Attempt(Principal caller, Func<ISession, PreparedMerge> make, RunOptions options, Func<Change, Task<Applied>> apply, CancellationToken cancellation)
    {
        var prepared = await Make(make, cancellation);
        var outcome = new MergeOutcome { Kind = prepared.Kind, Tree = prepared.Tree, Conflicts = prepared.Conflicts };
        if (options.DryRun)
            return outcome;
        if (prepared.Conflicts.Count > 0)
            throw Conflict(prepared);
        var change = new Change
        {
            Actor = caller,
            Project = prepared.Project,
            Objects = prepared.Objects,
            Moves = prepared.Move is { } move ? [move] : [],
            AcceptedBreaks = options.AcceptedBreaks,
            Idempotency = options.Idempotency,
        };
        return outcome with { Applied = await apply(change) };
    }

    private async Task<PreparedMerge> Make(Func<ISession, PreparedMerge> make, CancellationToken cancellation)
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

    private static QuireException Conflict(PreparedMerge prepared)
    {
        const int Named = 5;
        var paths = prepared.Conflicts.Select(file => $"'{file.Path}'").ToList();
        var more = paths.Count > Named ? $" and {paths.Count - Named} more" : "";
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "merge_conflict",
            Message = $"The changes do not go together in {string.Join(", ", paths.Take(Named))}{more}.",
            Hint = "Settle each path of conflicts and send it in resolutions.",
            Conflicts = prepared.Conflicts,
        });
    }

    /// <summary>What the requests have in common.</summary>
    internal sealed record RunOptions(string Project, bool NamesHead, bool DryRun, IReadOnlyList<string> AcceptedBreaks, Idempotency? Idempotency);
}
