using Quire.Core.Changes.Planning;
using Quire.Core.Stores;

namespace Quire.Core.Changes;

/// <summary>Finds the changes that concern only the prompts that they name: moves of aliases and annotations of prompts that contribute to no other.</summary>
internal static class TouchedPaths
{
    /// <summary>The paths of those prompts; null where the change may concern others.</summary>
    public static IReadOnlyCollection<string>? Of(ISession session, PlanningContext context)
    {
        var plan = context.Plan;
        if (plan.Refs.Count > 0 || plan.DefaultBranch is not null || context.Prompts.All.Any(state => state.IsDirty) || plan.Annotations.Any(annotation => annotation.Key.Key == AnnotationKeys.Tombstone))
            return null;
        if (plan.Aliases.Any(alias => Contributes(session, alias.Key.Prompt, alias.Old) || Contributes(session, alias.Key.Prompt, alias.New)))
            return null;
        return [.. plan.Aliases.Select(alias => alias.Key.Prompt).Concat(plan.Annotations.Select(annotation => annotation.Key.Prompt))
            .Select(state => state.Prompt.Path).Distinct(StringComparer.Ordinal)];
    }

    private static bool Contributes(ISession session, PromptState state, long? number) =>
        number is { } known && PromptLookups.FindVersion(session, state, known) is { Layer: not null };
}
