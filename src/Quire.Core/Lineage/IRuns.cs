namespace Quire.Core.Lineage;

/// <summary>The rows of runs.</summary>
public interface IRuns
{
    /// <summary>The run of that id in the organisation, or null.</summary>
    Run? Find(long organisationId, string id);

    /// <summary>Runs that were recorded before a row (null: from the newest), newest first.</summary>
    IReadOnlyList<Run> List(long organisationId, RunFilter filter, long? before, int limit);

    /// <summary>Runs that used a version, recorded before a row (null: from the newest), newest first.</summary>
    IReadOnlyList<Run> ListUsing(long organisationId, long promptId, long number, long? before, int limit);

    /// <summary>What each of the runs used, as far as it matters for who may see it; each once.</summary>
    IReadOnlyList<RunSight> Sights(IReadOnlyCollection<long> runs);

    /// <summary>The versions that a run used, by project, path and number.</summary>
    IReadOnlyList<RunUse> Uses(long run);

    /// <summary>What was measured in a run, by name.</summary>
    IReadOnlyDictionary<string, double> Metrics(long run);

    /// <summary>Adds a run with the versions that it used; an id that is taken is an error.</summary>
    Run Add(Run run, IReadOnlyCollection<(long PromptId, long Number)> uses);

    /// <summary>Adds metrics; names that the run has are an error.</summary>
    void AddMetrics(long run, IReadOnlyDictionary<string, double> metrics);

    /// <summary>Finishes a run.</summary>
    void Finish(long organisationId, long run, DateTimeOffset at);
}
