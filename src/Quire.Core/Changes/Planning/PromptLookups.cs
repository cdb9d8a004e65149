using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Changes.Planning;

/// <summary>Finds prompts and versions that a move names.</summary>
internal static class PromptLookups
{
    /// <summary>The prompt at a path, or the one that moved away from it.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, also where it is not for this caller.</exception>
    public static PromptState Require(PlanningContext context, string path)
    {
        var state = context.Prompts.FindOrMoved(path);
        if (state is null || !IsVisible(context, state))
            throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' in '{context.Project.Name}'.", "List the prompts with: quire list");
        return state;
    }

    /// <summary>A version of the prompt, stored or issued by this change.</summary>
    /// <exception cref="QuireException"><c>version_not_found</c>.</exception>
    public static PromptVersion RequireVersion(PlanningContext context, PromptState prompt, long number) =>
        FindVersion(context.Session, prompt, number)
        ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Prompt.Path}' has no version {number}.",
            "List its versions with GET …/versions.");

    /// <summary>A version of the prompt, stored or issued by the change; null where there is none. What it says of itself never changes, but for its tombstone.</summary>
    public static PromptVersion? FindVersion(ISession session, PromptState prompt, long number) =>
        prompt.Version(number, () => session.Versions.Find(prompt.Prompt.ProjectId, prompt.Prompt.Id, number));

    private static bool IsVisible(PlanningContext context, PromptState state)
    {
        if (!context.Change.Actor.IsBoundToTenants || state.IsNew || state.Prompt.LastNumber == 0)
            return true;
        var newest = state.Added.Count > 0 ? state.Added[^1] : context.Session.Versions.Find(context.Project.Id, state.Prompt.Id, state.Prompt.LastNumber);
        return newest is null || context.Change.Actor.Sees(newest.Layer, newest.Scope);
    }
}
