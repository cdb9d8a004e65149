using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Lineage;

/// <summary>Says which runs exist for a caller: those all of whose prompts do.</summary>
internal static class RunSights
{
    /// <summary>The run, where it exists for the caller.</summary>
    /// <exception cref="QuireException"><c>run_not_found</c>.</exception>
    public static Run Require(ISession session, Principal caller, string id) =>
        session.Runs.Find(caller.OrganisationId, id) is { } run && Sees(session, caller, run)
            ? run
            : throw new QuireException(ErrorKind.NotFound, "run_not_found", $"There is no run '{id}'.", "List the runs with: quire runs list");

    /// <summary>Whether the run exists for the caller.</summary>
    public static bool Sees(ISession session, Principal caller, Run run) => Visible(session, caller, [run]).Count == 1;

    /// <summary>Those of the runs that exist for the caller, in their order.</summary>
    public static IReadOnlyList<Run> Visible(ISession session, Principal caller, IReadOnlyList<Run> runs)
    {
        if (caller.View.Length == 0 || runs.Count == 0)
            return runs;
        var hidden = session.Runs.Sights([.. runs.Select(run => run.Row)]).Where(sight => !Sees(caller, sight)).Select(sight => sight.Run).ToHashSet();
        return [.. runs.Where(run => !hidden.Contains(run.Row))];
    }

    private static bool Sees(Principal caller, RunSight sight) =>
        caller.Reaches(sight.Project) && caller.Sees(sight.Layer, sight.Scope) && caller.Sees(sight.NewestLayer, sight.NewestScope);
}
