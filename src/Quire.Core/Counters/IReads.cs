namespace Quire.Core.Counters;

/// <summary>The rows of counted reads.</summary>
public interface IReads
{
    /// <summary>Adds to what was counted before.</summary>
    void Add(IReadOnlyCollection<ReadCount> counts);

    /// <summary>What was counted of a prompt from day to day, newest first, then by version, alias and key.</summary>
    IReadOnlyList<ReadCount> List(long projectId, long promptId, DateOnly from, DateOnly to, int limit);

    /// <summary>How often a prompt was read from day to day.</summary>
    long Total(long projectId, long promptId, DateOnly from, DateOnly to);

    /// <summary>The prompts of a project that were read most from day to day, those read most first.</summary>
    IReadOnlyList<PromptReads> Top(long projectId, DateOnly from, DateOnly to, int limit);
}
