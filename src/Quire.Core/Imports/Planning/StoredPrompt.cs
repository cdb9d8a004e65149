using Quire.Core.Contents;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Imports.Planning;

/// <summary>What is stored of a prompt, as an import compares it.</summary>
/// <param name="session">The snapshot.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="source">The project's objects.</param>
/// <param name="prompt">The prompt.</param>
internal sealed class StoredPrompt(ISession session, ContentReader contents, IObjectSource source, Prompt prompt)
{
    private const int Page = 1_000;

    /// <summary>The prompt.</summary>
    public Prompt Prompt { get; } = prompt;

    /// <summary>Its annotations, of all versions.</summary>
    public IReadOnlyList<Annotation> Annotations => field ??= session.Annotations.List(Prompt.ProjectId, [Prompt.Id]);

    /// <summary>Its versions, oldest first, deleted ones included.</summary>
    public IReadOnlyList<PromptVersion> Versions => field ??= ReadVersions();

    /// <summary>Where an alias stands; null where it does not.</summary>
    public long? Alias(string name) => session.Aliases.Find(Prompt.ProjectId, Prompt.Id, name)?.Number;

    /// <summary>Whether a version says what came in.</summary>
    public bool Says(ImportContent content, PromptVersion version) => content switch
    {
        ImportContent.File file => GitObject.Blob(file.Bytes).Id == version.Blob,
        ImportContent.Parts parts => PartsFile.Fits(parts.Said, Parse(version.FilePath, version.Blob).File, AnnotationView.Model(Annotations, version.Number)),
        _ => false,
    };

    /// <summary>A file of the project, read.</summary>
    public ParsedFile Parse(string path, ObjectId blob) => contents.Parse(Prompt.ProjectId, path, blob, source);

    private List<PromptVersion> ReadVersions()
    {
        var versions = new List<PromptVersion>();
        while (session.Versions.List(Prompt.ProjectId, Prompt.Id, versions.Count > 0 ? versions[^1].Number : null, Page) is { Count: > 0 } page)
            versions.AddRange(page);
        versions.Reverse();
        return versions;
    }
}
