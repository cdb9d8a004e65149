using System.Text.Json;
using Quire.Core.Contents;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;

namespace Quire.Core.Search;

/// <summary>Makes the documents of prompts.</summary>
internal sealed class SearchDocuments(ISession session, ContentReader contents)
{
    /// <summary>The prompts of one change up to which their documents are part of its transaction.</summary>
    public const int MostAtOnce = 1_000;

    private const int LongestBody = 100_000;

    /// <summary>Indexes what a change touched, or leaves it for later where that is much.</summary>
    public void Changed(long projectId, IReadOnlyCollection<long> promptIds, long sequence, IObjectSource objects)
    {
        if (promptIds.Count > MostAtOnce)
            session.Search.Defer(projectId, promptIds, sequence);
        else if (promptIds.Count > 0)
            Index(projectId, promptIds, _ => objects);
    }

    /// <summary>Puts the documents of prompts in place; <paramref name="read"/> says where the contents of their versions are.</summary>
    public void Index(long projectId, IReadOnlyCollection<long> promptIds, Func<IEnumerable<ObjectId>, IObjectSource> read)
    {
        var entries = session.Search.Latest(projectId, promptIds);
        var objects = read(entries.Select(entry => entry.Version.Blob));
        var annotations = entries.Count == 0 ? [] : session.Annotations.List(projectId, promptIds);
        var byPrompt = annotations.ToLookup(annotation => annotation.PromptId);
        session.Search.Replace(projectId, promptIds, [.. entries.Select(entry => Of(entry, [.. byPrompt[entry.Prompt.Id]], objects))]);
    }

    private SearchDocument Of(PromptEntry entry, List<Annotation> annotations, IObjectSource objects)
    {
        var facts = PromptFacts.FromJson(entry.Version.Facts);
        var file = entry.Version.Invalid ? null : contents.Parse(entry.Prompt.ProjectId, entry.Version.FilePath, entry.Version.Blob, objects).File;
        var tags = AnnotationView.Tags(annotations, facts);
        return new SearchDocument
        {
            PromptId = entry.Prompt.Id,
            ProjectId = entry.Prompt.ProjectId,
            Number = entry.Version.Number,
            Path = entry.Prompt.Path,
            Layer = entry.Version.Layer,
            Scope = entry.Version.Scope,
            Description = Stored(facts.Description ?? ""),
            Tags = tags,
            Body = Body(file),
            Marks = [.. Marks(entry, facts, annotations, tags, file)],
        };
    }

    private static string Body(PromptFile? file)
    {
        var text = Stored(string.Join('\n', file?.Templates().Select(template => template.Source) ?? []));
        if (text.Length <= LongestBody)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestBody - 1]) ? LongestBody - 1 : LongestBody)];
    }

    // PostgreSQL keeps no NUL in a text.
    private static string Stored(string text) => text.Replace('\0', ' ');

    private static IEnumerable<string> Marks(PromptEntry entry, PromptFacts facts, List<Annotation> annotations, IReadOnlyList<string> tags, PromptFile? file)
    {
        var version = entry.Version;
        yield return SearchMarks.Of(SearchField.Organisation, entry.Prompt.OrganisationId);
        yield return SearchMarks.Of(SearchField.Project, entry.Prompt.ProjectId);
        yield return SearchMarks.Visibility(version.Layer, version.Scope);
        foreach (var folder in SearchMarks.Folders(entry.Prompt.Path))
            yield return folder;
        foreach (var tag in tags)
            yield return SearchMarks.Of(SearchField.Tag, tag);
        if (AnnotationView.Category(annotations, facts) is { } category)
            yield return SearchMarks.Of(SearchField.Category, category);
        yield return SearchMarks.Of(SearchField.Author, version.Author);
        if (version.Author.IndexOf(" <", StringComparison.Ordinal) is > 0 and var end)
            yield return SearchMarks.Of(SearchField.Author, version.Author[..end]);
        if (version.Layer is { } layer)
            yield return SearchMarks.Of(SearchField.Layer, layer);
        foreach (var model in Models(AnnotationView.Model(annotations, version.Number), file))
            yield return SearchMarks.Of(SearchField.Model, model);
    }

    // A model is a name, or settings with a name among them.
    private static IEnumerable<string> Models(string? annotation, PromptFile? file)
    {
        var model = annotation is null ? file?.Model : JsonSerializer.Deserialize<JsonElement>(annotation);
        if (model is { ValueKind: JsonValueKind.String } name)
            return [name.GetString()!];
        return model is { ValueKind: JsonValueKind.Object } settings
            ? settings.EnumerateObject().Where(member => member.Name is "model" or "name" or "id" && member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()!)
            : [];
    }
}
