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
        if (plan.Refs.Count > 0 || plan.DefaultBranch is not null || context.Prompts.All.Any(state => state.IsDirty) || plan.Annotations.Any(annotation => annotation.Key == AnnotationKeys.Tombstone))
            return null;
        if (plan.Aliases.Any(alias => Contributes(session, alias.Prompt, alias.Old) || Contributes(session, alias.Prompt, alias.Target?.Number)))
            return null;
        return [.. plan.Aliases.Select(alias => alias.Prompt).Concat(plan.Annotations.Select(annotation => annotation.Prompt))
            .Select(state => state.Prompt.Path).Distinct(StringComparer.Ordinal)];
    }

    private static bool Contributes(ISession session, PromptState state, long? number) =>
        number is { } known && session.Versions.Find(state.Prompt.ProjectId, state.Prompt.Id, known) is { Layer: not null };
}
