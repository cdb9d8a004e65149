using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Lineage;

/// <summary>Answers what a run used, and what used a version.</summary>
/// <param name="store">Where runs are kept.</param>
public sealed class RunReader(IStore store)
{
    /// <summary>A run with all that it used.</summary>
    /// <exception cref="QuireException"><c>run_not_found</c>.</exception>
    public Task<RunDetails> Get(Principal caller, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        return store.Read(session => Details(session, RunSights.Require(session, caller, id)), cancellation);
    }

    /// <summary>The run as parameters of an MLflow run: its own, and <c>prompt.NAME = vN</c> for what it used.</summary>
    /// <exception cref="QuireException"><c>run_not_found</c>.</exception>
    public Task<IReadOnlyList<KeyValuePair<string, string>>> MlflowParameters(Principal caller, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        return store.Read(session =>
        {
            var run = RunSights.Require(session, caller, id);
            return RunParameters.Of(session, caller, run);
        }, cancellation);
    }

    /// <summary>A page of the runs that exist for the caller, newest first.</summary>
    /// <exception cref="QuireException"><c>invalid_limit</c>, <c>invalid_cursor</c>.</exception>
    public Task<RunPage> List(Principal caller, RunFilter filter, string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(filter);
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read(session => Page(session, caller, after, limit, (before, count) => session.Runs.List(caller.OrganisationId, filter, before, count)), cancellation);
    }

    /// <summary>A page of the runs that used a version, newest first; also where the version is deleted or its prompt moved.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>version_not_found</c>, <c>invalid_limit</c>, <c>invalid_cursor</c>.</exception>
    public Task<RunPage> Usage(Principal caller, string project, string path, long number, string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read(session =>
        {
            var prompt = PromptLister.RequirePrompt(session, caller, project, path);
            if (session.Versions.Find(prompt.ProjectId, prompt.Id, number) is not { } version || !caller.Sees(version.Layer, version.Scope))
                throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Path}' has no version {number}.", $"Its newest version is {prompt.LastNumber}.");
            return Page(session, caller, after, limit, (before, count) => session.Runs.ListUsing(caller.OrganisationId, prompt.Id, number, before, count));
        }, cancellation);
    }

    /// <summary>A run with what belongs to it.</summary>
    internal static RunDetails Details(ISession session, Run run) => new(run, session.Runs.Uses(run.Row), session.Runs.Metrics(run.Row));

    private static RunPage Page(ISession session, Principal caller, string? after, int limit, Func<long?, int, IReadOnlyList<Run>> read)
    {
        var before = after is null ? (long?)null : Cursor(session, caller, after);
        var visible = new List<Run>();
        for (var more = true; more && visible.Count <= limit;)
        {
            var page = read(before, limit + 1);
            visible.AddRange(RunSights.Visible(session, caller, page));
            more = page.Count > limit;
            before = page.Count > 0 ? page[^1].Row : before;
        }
        return new RunPage([.. visible.Take(limit)], visible.Count > limit ? visible[limit - 1].Id : null);
    }

    private static long Cursor(ISession session, Principal caller, string after) =>
        session.Runs.Find(caller.OrganisationId, after) is { } run && RunSights.Sees(session, caller, run)
            ? run.Row
            : throw new QuireException(ErrorKind.Invalid, "invalid_cursor", $"There is no run '{after}' to go on after.", "Send next of the page before.");
}
