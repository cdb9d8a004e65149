using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Prompts;

/// <summary>Moves aliases and annotations of many prompts, in one change: all of them or none.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
public sealed class BulkWriter(IStore store, WriteDoor door)
{
    /// <summary>Sets or removes an alias on several prompts.</summary>
    /// <exception cref="QuireException"><c>folder_not_found</c>, <c>invalid_choice</c>, and what single moves are refused for; nothing was changed.</exception>
    public async Task<BulkResult> Move(Principal caller, string projectName, AliasBulk wish, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var (project, paths, skipped) = await store.Read(session =>
        {
            var found = session.RequireProject(caller, projectName);
            var chosen = wish.Prompts.Find(session, caller, found);
            return wish is { Target.Alias: { } alias, Prompts.Folder: not null } ? WithAlias(session, found, chosen, alias) : (found, chosen, []);
        }, cancellation);
        var moves = paths.Select(path => new AliasMove(path, wish.Alias, wish.Target) { Expected = Expected(wish, path) });
        var applied = await Apply(caller, project, [.. moves], wish.AcceptedBreaks, wish.Idempotency, cancellation);
        return new BulkResult(applied, paths.Count, skipped);
    }

    /// <summary>Makes the same moves for each of several prompts.</summary>
    /// <exception cref="QuireException"><c>folder_not_found</c>, <c>invalid_choice</c>, and what single moves are refused for; nothing was changed.</exception>
    public async Task<BulkResult> Annotate(Principal caller, string projectName, PromptChoice prompts, Func<string, IEnumerable<Move>> moves, Idempotency? idempotency = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var (project, paths) = await store.Read(session =>
        {
            var found = session.RequireProject(caller, projectName);
            return (found, prompts.Find(session, caller, found));
        }, cancellation);
        return new BulkResult(await Apply(caller, project, [.. paths.SelectMany(moves)], [], idempotency, cancellation), paths.Count, []);
    }

    private static (Project Project, IReadOnlyList<string> Paths, IReadOnlyList<string> Skipped) WithAlias(ISession session, Project project, IReadOnlyList<string> paths, string alias)
    {
        var carriers = session.Aliases.ListByName(project.Id, alias).Select(found => found.PromptId).ToHashSet();
        var byCarrying = paths.ToLookup(path => session.Prompts.Find(project.Id, path) is { } prompt && carriers.Contains(prompt.Id));
        return (project, [.. byCarrying[true]], [.. byCarrying[false]]);
    }

    private static long? Expected(AliasBulk wish, string path) =>
        wish.Expected is not null && wish.Expected.TryGetValue(path, out var number) ? number : null;

    private Task<Applied> Apply(Principal caller, Project project, IReadOnlyList<Move> moves, IReadOnlyList<string> acceptedBreaks, Idempotency? idempotency, CancellationToken cancellation) =>
        door.Apply(new Change { Actor = caller, Project = project, Moves = moves, AcceptedBreaks = acceptedBreaks, Idempotency = idempotency }, cancellation);
}
