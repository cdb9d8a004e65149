using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>A run with all that it used and measured.</summary>
/// <param name="Run">The run.</param>
/// <param name="Prompts">The versions that it used, by project, path and number.</param>
/// <param name="Parameters">Its settings, by name.</param>
/// <param name="Metrics">What was measured, by name.</param>
internal sealed record RunAnswer(RunEntry Run, IReadOnlyList<RunUseAnswer> Prompts, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>What Core says.</summary>
    public static RunAnswer Of(RunDetails details) => new(
        RunEntry.Of(details.Run),
        [.. details.Uses.Select(use => new RunUseAnswer(use.Project, use.Path, use.Number, use.VersionDeleted, use.PromptDeleted))],
        details.Run.Parameters,
        details.Metrics);
}
