using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Similarity;

/// <summary>Reads what is compared of prompts. Nothing of it is put into caches: walks over a whole organisation would push out what readers need.</summary>
/// <param name="session">Where prompts are.</param>
internal sealed class PromptTexts(ISession session)
{
    /// <summary>Those of the prompts that stand, in any order.</summary>
    public IReadOnlyList<PromptText> Of(long projectId, IReadOnlyCollection<long> promptIds) =>
        promptIds.Count == 0 ? [] : Of(projectId, session.Search.Latest(projectId, promptIds));

    /// <summary>Those of the prompts that stand, in any order.</summary>
    public IEnumerable<PromptText> Of(IEnumerable<Sketched> prompts) =>
        prompts.GroupBy(prompt => prompt.ProjectId, prompt => prompt.PromptId).SelectMany(project => Of(project.Key, [.. project]));

    /// <summary>The prompt at a path, where it stands and exists for the caller.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>prompt_not_found</c>.</exception>
    public PromptText Require(Principal caller, string projectName, string path)
    {
        var prompt = PromptLister.RequirePrompt(session, caller, projectName, path);
        return Of(prompt.ProjectId, [prompt.Id]) is [var text] && caller.Sees(text.Layer, text.Scope)
            ? text
            : throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"The prompt '{path}' does not stand in '{projectName}' any more.", "List the prompts with: quire list");
    }

    /// <summary>The next standing prompts of a project by path, after <paramref name="after"/>.</summary>
    public IReadOnlyList<PromptText> After(long projectId, string? after, int limit) => Of(projectId, session.Prompts.List(projectId, "", after, limit));

    private IReadOnlyList<PromptText> Of(long projectId, IReadOnlyList<PromptEntry> entries)
    {
        if (entries.Count == 0)
            return [];
        var annotations = session.Annotations.List(projectId, [.. entries.Select(entry => entry.Prompt.Id)]).ToLookup(annotation => annotation.PromptId);
        var bodies = Bodies(projectId, entries);
        return [.. entries.Select(entry => Of(entry, [.. annotations[entry.Prompt.Id]], bodies.GetValueOrDefault((entry.Version.Blob, entry.Version.FilePath), "")))];
    }

    private static PromptText Of(PromptEntry entry, List<Annotation> annotations, string body)
    {
        var facts = PromptFacts.FromJson(entry.Version.Facts);
        return new PromptText(entry.Prompt.Id, entry.Prompt.ProjectId, entry.Version.Number, entry.Prompt.Path,
            AnnotationView.Description(annotations, facts) ?? "", AnnotationView.Tags(annotations, facts), body)
        {
            Layer = entry.Version.Layer,
            Scope = entry.Version.Scope,
        };
    }

    // The same bytes may stand at several paths, which decide how they are read.
    private Dictionary<(ObjectId Blob, string FilePath), string> Bodies(long projectId, IReadOnlyList<PromptEntry> entries)
    {
        var paths = entries.Where(entry => !entry.Version.Invalid).ToLookup(entry => entry.Version.Blob, entry => entry.Version.FilePath);
        var bodies = new Dictionary<(ObjectId, string), string>();
        foreach (var blob in session.Objects.ReadMany(projectId, [.. paths.Select(group => group.Key)], static (_, _) => { }))
        {
            foreach (var path in paths[blob.Id])
                bodies[(blob.Id, path)] = Body(path, blob.Body.Span);
        }
        return bodies;
    }

    private static string Body(string path, ReadOnlySpan<byte> bytes)
    {
        var text = string.Join('\n', ContentReader.Parse(path, bytes).File?.Templates().Select(template => template.Source) ?? []);
        return text.Length <= TextGrams.MaxLength ? text : text[..TextGrams.MaxLength];
    }
}
