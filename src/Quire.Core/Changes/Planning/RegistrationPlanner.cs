using System.Globalization;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the registration of a prompt that has no version yet.</summary>
internal sealed class RegistrationPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>prompt_exists</c>, <c>invalid_name</c>.</exception>
    public void Plan(RegisterMove move)
    {
        if (!PromptPath.TryParse(move.Path, out var path, out var problem))
            throw problem.AsException();
        // Whether the prompt stands is decided by the default branch.
        context.ReadRef(context.DefaultBranch);
        var prompt = context.Prompts.FindOrAdd(path.Value, FileRole.FilePath(path, PromptFormat.Markdown), context.Now);
        var mark = Mark(prompt.Prompt);
        var stored = Stored(prompt);
        if (prompt.Stands || context.Plan.Annotations.Current((prompt, 0, AnnotationKeys.Registered), stored) == mark)
            throw new QuireException(ErrorKind.Conflict, "prompt_exists", $"There is a prompt '{path}' already.", "Add a version to it, or choose another name.");
        context.Plan.Annotations.Set((prompt, 0, AnnotationKeys.Registered), stored, mark);
    }

    /// <summary>What the annotation says of a prompt that is registered and has no version since.</summary>
    public static string Mark(Prompt prompt) => prompt.LastNumber.ToString(CultureInfo.InvariantCulture);

    private string? Stored(PromptState prompt)
    {
        if (prompt.IsNew)
        {
            context.Fingerprint.NoPrompt(prompt.Prompt.Path);
            return null;
        }
        var stored = context.Session.Annotations.Find(context.Project.Id, prompt.Prompt.Id, 0, AnnotationKeys.Registered)?.Value;
        context.Fingerprint.Annotation(prompt.Prompt.Id, 0, AnnotationKeys.Registered, stored);
        return stored;
    }
}
