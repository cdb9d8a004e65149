namespace Quire.Core.Counters;

/// <summary>What reads are counted by, beside the day.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PromptId">The prompt.</param>
/// <param name="Number">The version that was read.</param>
/// <param name="Alias">The alias that was asked for; empty where it was none.</param>
/// <param name="Key">The id of the key that asked.</param>
public readonly record struct ReadKey(long ProjectId, long PromptId, long Number, string Alias, string Key);
