using System.Security.Cryptography;
using System.Text.Json;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Lineage;

/// <summary>Records runs. What is recorded never changes: metrics are added until the run is finished.</summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="time">The clock.</param>
public sealed class RunWriter(IStore store, TimeProvider time)
{
    /// <summary>What it takes to record a run: whoever writes may, of what it can read.</summary>
    public const Permissions Needed = Permissions.Read | Permissions.Write;

    /// <summary>Records a run; the same request again is answered with the run that it made, whatever its aliases mean by now.</summary>
    /// <returns>The run, and whether it is a new one.</returns>
    /// <exception cref="QuireException"><c>run_exists</c>: the id was used for another run; <c>invalid_run</c>, <c>too_large</c>, <c>prompt_not_found</c>, <c>version_not_found</c>, ….</exception>
    public Task<(RunDetails Details, bool IsNew)> Record(Principal caller, NewRun wish, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(wish);
        caller.Demand(Needed);
        RunRules.Check(wish);
        var hash = HashOf(caller, wish);
        return store.Write(session => session.Runs.Find(caller.OrganisationId, wish.Id) is { } known
            ? (Known(session, caller, known, hash), false)
            : (Add(session, caller, wish, hash), true), cancellation);
    }

    /// <summary>Adds metrics to a run, and finishes it where that is asked for. What the run has already may be said again.</summary>
    /// <exception cref="QuireException"><c>run_not_found</c>, <c>run_finished</c>, <c>metric_exists</c>: it has another value; <c>invalid_run</c>, <c>too_large</c>.</exception>
    public Task<RunDetails> Add(Principal caller, string id, IReadOnlyDictionary<string, double> metrics, bool finish = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(metrics);
        caller.Demand(Needed);
        return store.Write(session =>
        {
            var run = RunSights.Require(session, caller, id);
            var added = Missing(run, session.Runs.Metrics(run.Row), metrics);
            if (added.Count > 0)
                session.Runs.AddMetrics(run.Row, added);
            if (finish && run.FinishedAt is null)
                session.Runs.Finish(run.OrganisationId, run.Row, time.GetUtcNow());
            return RunReader.Details(session, session.Runs.Find(run.OrganisationId, run.Id)!);
        }, cancellation);
    }

    private RunDetails Add(ISession session, Principal caller, NewRun wish, byte[] hash)
    {
        var uses = RunAddresses.Find(session, caller, wish.Prompts);
        var now = time.GetUtcNow();
        var run = session.Runs.Add(new Run
        {
            OrganisationId = caller.OrganisationId,
            Id = wish.Id,
            Kind = wish.Kind,
            Title = wish.Title,
            Parameters = wish.Parameters,
            Actor = caller.Id,
            RequestHash = hash,
            CreatedAt = now,
            FinishedAt = wish.Finished ? now : null,
        }, uses);
        session.Runs.AddMetrics(run.Row, wish.Metrics);
        return RunReader.Details(session, run);
    }

    private static RunDetails Known(ISession session, Principal caller, Run known, byte[] hash) =>
        hash.AsSpan().SequenceEqual(known.RequestHash) && RunSights.Sees(session, caller, known)
            ? RunReader.Details(session, known)
            : throw new QuireException(ErrorKind.Conflict, "run_exists", $"The id '{known.Id}' was used for another run.", "Choose a new id for a new run; what is recorded never changes.");

    private static Dictionary<string, double> Missing(Run run, IReadOnlyDictionary<string, double> had, IReadOnlyDictionary<string, double> metrics)
    {
        var added = metrics.Where(metric => !had.ContainsKey(metric.Key)).ToDictionary(StringComparer.Ordinal);
        RunRules.Check(added, had.Count + added.Count);
        foreach (var (name, value) in metrics)
        {
            if (had.TryGetValue(name, out var old) && !old.Equals(value))
                throw new QuireException(ErrorKind.Conflict, "metric_exists", $"The run '{run.Id}' has the metric '{name}' with another value.", "What is recorded never changes: choose another name, for example with the step in it.");
        }
        if (added.Count > 0 && run.FinishedAt is not null)
            throw new QuireException(ErrorKind.Conflict, "run_finished", $"The run '{run.Id}' is finished, so nothing is added to it.", "Record another run.");
        return added;
    }

    // Another caller means other prompts by the same short addresses.
    private static byte[] HashOf(Principal caller, NewRun wish) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        caller.DefaultProject,
        wish.Kind,
        wish.Title,
        wish.Prompts,
        Parameters = wish.Parameters.OrderBy(item => item.Key, StringComparer.Ordinal),
        Metrics = wish.Metrics.OrderBy(item => item.Key, StringComparer.Ordinal),
        wish.Finished,
    }));
}
