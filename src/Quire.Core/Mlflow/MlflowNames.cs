using Quire.Core.Access;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Mlflow;

/// <summary>
/// Names of MLflow, which have no slash: the path as written if a prompt stands there, else with every <c>.</c> read as <c>/</c> if one stands there.
/// </summary>
internal static class MlflowNames
{
    /// <summary>The prompt that a name means; null where there is none, or none for this caller.</summary>
    /// <exception cref="QuireException"><c>ambiguous_name</c>, <c>invalid_name</c>.</exception>
    public static Prompt? Find(ISession session, Principal caller, Project project, string name)
    {
        if (!PromptPath.TryParse(name, out _, out var problem))
            throw problem.AsException();
        var literal = Standing(session, caller, project, name);
        var folder = name.Contains('.', StringComparison.Ordinal) ? Standing(session, caller, project, name.Replace('.', '/')) : null;
        if (literal is not null && folder is not null && literal.Id != folder.Id)
        {
            throw new QuireException(ErrorKind.Conflict, "ambiguous_name", $"The name '{name}' may mean '{literal.Path}' or '{folder.Path}'.",
                "Move one of them, or use Quire's own interface, where paths are told apart.");
        }
        return literal ?? folder;
    }

    /// <summary>The prompt that a name means.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>ambiguous_name</c>, <c>invalid_name</c>.</exception>
    public static Prompt Require(ISession session, Principal caller, Project project, string name) => Find(session, caller, project, name)
        ?? throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{name}' in '{project.Name}'.", "Search the prompts for its name.");

    /// <summary>Whether a prompt is one for MLflow's clients: it stands, or it was registered and has no version since.</summary>
    public static bool Exists(Prompt prompt, IReadOnlyList<Annotation> annotations) =>
        prompt.TipBlob is not null || AnnotationView.Registered(annotations) == RegistrationPlanner.Mark(prompt);

    /// <summary>The name under which a path is listed: one that leads back to it.</summary>
    public static string NameOf(ISession session, Prompt prompt)
    {
        if (!prompt.Path.Contains('/', StringComparison.Ordinal) || prompt.Path.Contains('.', StringComparison.Ordinal))
            return prompt.Path;
        var dotted = prompt.Path.Replace('/', '.');
        return PromptPath.TryParse(dotted, out _, out _) && session.Prompts.Find(prompt.ProjectId, dotted) is null ? dotted : prompt.Path;
    }

    private static Prompt? Standing(ISession session, Principal caller, Project project, string path)
    {
        var prompt = session.Prompts.Find(project.Id, path);
        if (prompt is null || !Exists(prompt, session.Annotations.List(project.Id, [prompt.Id])))
            prompt = session.Prompts.FindMoved(project.Id, path);
        return prompt is not null && IsFor(session, caller, prompt) && Exists(prompt, session.Annotations.List(project.Id, [prompt.Id])) ? prompt : null;
    }

    /// <summary>Whether the prompt exists for the caller.</summary>
    public static bool IsFor(ISession session, Principal caller, Prompt prompt) =>
        !caller.IsBoundToTenants || session.Versions.Find(prompt.ProjectId, prompt.Id, prompt.LastNumber) is not { } newest || caller.Sees(newest.Layer, newest.Scope);
}
