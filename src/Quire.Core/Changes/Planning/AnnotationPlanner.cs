using Quire.Core.Errors;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the change of an annotation.</summary>
internal sealed class AnnotationPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>, <c>prompt_not_found</c>, <c>version_not_found</c>.</exception>
    public void Plan(AnnotationMove move)
    {
        var prompt = PromptLookups.Require(context, move.Path);
        CheckPlace(move);
        if (move.Number > 0)
            PromptLookups.RequireVersion(context, prompt, move.Number);
        if (move.Value is not null)
            AnnotationValues.Check(move.Key, move.Value);
        var old = context.Session.Annotations.Find(context.Project.Id, prompt.Prompt.Id, move.Number, move.Key)?.Value;
        if (old != move.Value)
            context.Plan.Annotations.Add((prompt, move.Number, move.Key, old, move.Value));
    }

    private static void CheckPlace(AnnotationMove move)
    {
        if (AnnotationKeys.IsOfVersion(move.Key) != (move.Number > 0))
        {
            throw new QuireException(ErrorKind.Invalid, "invalid_annotation",
                $"The annotation '{move.Key}' belongs to {(AnnotationKeys.IsOfVersion(move.Key) ? "a version" : "the prompt as a whole")}.");
        }
    }
}
