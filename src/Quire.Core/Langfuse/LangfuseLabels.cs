using Quire.Core.Prompts;
using Quire.Prompts.Names;

namespace Quire.Core.Langfuse;

/// <summary>Langfuse's labels: the aliases of a version, and <c>latest</c> on the newest one.</summary>
public static class LangfuseLabels
{
    /// <summary>The label that is meant where a reader names neither label nor version.</summary>
    public const string Production = "production";

    /// <summary>The labels of a version: its aliases by name, then <c>latest</c>.</summary>
    public static IReadOnlyList<string> Of(ResolvedPrompt prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return prompt.Version is { } version && prompt.Prompt?.LatestNumber == version.Number ? [.. prompt.Aliases, AliasName.Latest] : prompt.Aliases;
    }
}
