using Quire.Core.Access;
using Quire.Core.Mlflow;
using Quire.Core.Stores;

namespace Quire.Core.Lineage;

/// <summary>Writes a run as parameters of an MLflow run.</summary>
internal static class RunParameters
{
    /// <summary>The parameters, by name; several versions of one prompt are one parameter, <c>v1,v2</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ISession session, Principal caller, Run run)
    {
        var prompts = session.Runs.Uses(run.Row).GroupBy(use => use.PromptId)
            .Select(uses => KeyValuePair.Create(NameOf(session, caller, uses.First()), string.Join(',', uses.Select(use => $"v{use.Number}"))));
        return [.. run.Parameters.Concat(prompts).OrderBy(item => item.Key, StringComparer.Ordinal)];
    }

    // Names of other projects carry the project, with a sign that no path has.
    private static string NameOf(ISession session, Principal caller, RunUse use)
    {
        var name = session.Prompts.Get(use.ProjectId, use.PromptId) is { } prompt ? MlflowNames.NameOf(session, prompt) : use.Path;
        return RunRules.PromptPrefix + (use.Project == caller.DefaultProject ? name : $"{use.Project}:{name}");
    }
}
