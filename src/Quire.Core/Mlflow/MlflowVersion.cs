using Quire.Core.Prompts;

namespace Quire.Core.Mlflow;

/// <summary>A version of a prompt as MLflow's clients see it: a model version.</summary>
/// <param name="Name">The name by which its prompt was asked for, or under which it is listed.</param>
/// <param name="Prompt">The version.</param>
/// <param name="Tags">The version's own tags and those that carry its content, by key.</param>
public sealed record MlflowVersion(string Name, ResolvedPrompt Prompt, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The number.</summary>
    public long Number => Prompt.Version!.Number;

    /// <summary>The description that was set, else the commit's message.</summary>
    public string Description => Tags.GetValueOrDefault(MlflowKeys.Description) ?? Prompt.Version!.Message;
}
