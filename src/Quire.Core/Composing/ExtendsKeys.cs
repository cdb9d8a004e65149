using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Composing;

/// <summary>Under which names contributions may say that they extend a prompt.</summary>
internal static class ExtendsKeys
{
    /// <summary>The prompt's path and those that it moved away from, each as <c>project:path</c>.</summary>
    public static IReadOnlyList<string> Of(ISession session, ResolvedPrompt target)
    {
        var old = target.Prompt is { } prompt ? session.Prompts.Redirects(target.Project.Id, prompt.Id) : [];
        return [.. old.Append(target.Path).Distinct(StringComparer.Ordinal).Select(path => $"{target.Project.Name}:{path}")];
    }
}
