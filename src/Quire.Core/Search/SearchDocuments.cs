using System.Text;
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

    private const int MostWords = 10_000;
    private const int MostBytes = 400_000;
    private const int LongestBody = 100_000;

    /// <summary>Indexes what a change touched, or leaves it for later where that is much.</summary>
    public void Changed(long projectId, IReadOnlyCollection<long> promptIds, long sequence, IObjectSource objects)
    {
        if (promptIds.Count > MostAtOnce)
            session.Search.Defer(projectId, promptIds, sequence);
        else if (promptIds.Count > 0)
            Index(projectId, promptIds, objects);
    }

    /// <summary>Puts the documents of prompts in place.</summary>
    public void Index(long projectId, IReadOnlyCollection<long> promptIds, IObjectSource objects)
    {
        var entries = session.Search.Latest(projectId, promptIds);
        var annotations = entries.Count == 0 ? [] : session.Annotations.List(projectId, promptIds);
        var byPrompt = annotations.ToLookup(annotation => annotation.PromptId);
        session.Search.Replace(projectId, promptIds, [.. entries.Select(entry => Of(entry, [.. byPrompt[entry.Prompt.Id]], objects))]);
    }

    private SearchDocument Of(PromptEntry entry, List<Annotation> annotations, IObjectSource objects)
    {
        var facts = PromptFacts.FromJson(entry.Version.Facts);
        var file = entry.Version.Invalid ? null : contents.Parse(entry.Prompt.ProjectId, entry.Version.FilePath, entry.Version.Blob, objects).File;
        var body = Body(file);
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
            Body = body,
            Words = Words([.. Marks(entry.Version, facts, annotations, tags, file)], [entry.Prompt.Path, .. tags, facts.Description ?? "", body]),
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

    private static IEnumerable<string> Marks(PromptVersion version, PromptFacts facts, List<Annotation> annotations, IReadOnlyList<string> tags, PromptFile? file)
    {
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

    private static List<string> Words(IReadOnlyList<string> marks, IReadOnlyList<string> fields)
    {
        var words = marks.Append(SearchMarks.Border).ToList();
        var bytes = 0;
        foreach (var field in fields)
        {
            foreach (var word in WordCutter.Cut(field, MostWords))
            {
                bytes += Encoding.UTF8.GetByteCount(word.Text) + 1;
                if (words.Count >= MostWords || bytes > MostBytes)
                    return words;
                words.Add(word.Text);
            }
            words.Add(SearchMarks.Border);
        }
        return words;
    }
}
