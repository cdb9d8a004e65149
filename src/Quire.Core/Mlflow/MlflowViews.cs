using Quire.Core.Contents;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Core.Mlflow;

/// <summary>Makes what MLflow's clients see of prompts and versions.</summary>
internal sealed class MlflowViews(Resolver resolver)
{
    /// <summary>A prompt with its newest version.</summary>
    public MlflowModel Model(ISession session, Project project, Prompt prompt, string name)
    {
        var annotations = session.Annotations.List(project.Id, [prompt.Id]);
        var latest = prompt.LatestNumber is { } number ? Version(session, project, prompt, name, number, annotations) : null;
        return new MlflowModel
        {
            Name = name,
            Prompt = prompt,
            Latest = latest,
            Description = AnnotationView.Description(annotations, latest?.Prompt.Content.Facts),
            Tags = Tags(annotations, latest?.Prompt.Content.Facts ?? new PromptFacts()),
            Aliases = session.Aliases.List(project.Id, [prompt.Id]),
        };
    }

    /// <summary>A version.</summary>
    /// <exception cref="Errors.QuireException"><c>version_not_found</c>, <c>version_deleted</c>.</exception>
    public MlflowVersion Version(ISession session, Project project, Prompt prompt, string name, long number) =>
        Version(session, project, prompt, name, number, session.Annotations.List(project.Id, [prompt.Id]));

    /// <summary>The tags of a prompt: those with a value, and Quire's own, which are words without one.</summary>
    public static IReadOnlyDictionary<string, string> Tags(IReadOnlyList<Annotation> annotations, PromptFacts facts)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal) { [MlflowKeys.IsPrompt] = "true" };
        foreach (var word in AnnotationView.Tags(annotations, facts))
            tags[word] = "";
        foreach (var (key, value) in AnnotationView.Properties(annotations))
            tags[key] = value;
        return tags;
    }

    private MlflowVersion Version(ISession session, Project project, Prompt prompt, string name, long number, IReadOnlyList<Annotation> annotations)
    {
        var address = new Address
        {
            Organisation = OrganisationName.Parse(session.Organisations.Get(project.OrganisationId)!.Name),
            Project = ProjectName.Parse(project.Name),
            Path = PromptPath.Parse(prompt.Path),
            Selector = new Selector.Number((int)Math.Min(number, int.MaxValue)),
        };
        var resolved = resolver.Resolve(session, project, address);
        return new MlflowVersion(name, resolved, MlflowContent.Tags(resolved, AnnotationView.VersionTags(annotations, number)));
    }
}
