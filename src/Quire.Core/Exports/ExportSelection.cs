using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Exports;

/// <summary>The prompts and files that an export means.</summary>
/// <param name="session">The snapshot.</param>
/// <param name="project">The project.</param>
/// <param name="request">What is wanted.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="source">The project's objects.</param>
internal sealed class ExportSelection(ISession session, Project project, ExportRequest request, ContentReader contents, IObjectSource source)
{
    private const int Page = 1_000;
    private long _bytes;

    /// <summary>The files at the tip of the default branch, by path: those of the prompts, and what else stands there where no prompts are chosen.</summary>
    public IEnumerable<(TreeFile File, ReadOnlyMemory<byte> Bytes)> Files()
    {
        if (session.Refs.Find(project.Id, project.DefaultBranch) is not { } tip)
            yield break;
        var chosen = IsWhole ? null : Prompts().Select(prompt => prompt.Prompt.FilePath).ToHashSet(StringComparer.Ordinal);
        foreach (var file in TreeWalker.Files(source, source.ReadCommit(tip.Target).Tree))
        {
            if (chosen?.Contains(file.Path) ?? file.Path.StartsWith(Prefix, StringComparison.Ordinal))
                yield return (file, Counted(source.ReadBlob(file.Id)));
        }
    }

    /// <summary>The versions, by path, oldest first.</summary>
    public IEnumerable<ExportedVersion> Versions()
    {
        foreach (var (prompt, latest) in Prompts())
        {
            var annotations = session.Annotations.List(project.Id, [prompt.Id]);
            var tags = AnnotationView.Tags(annotations, PromptFacts.FromJson(latest.Facts));
            var aliases = session.Aliases.List(project.Id, [prompt.Id]).ToLookup(alias => alias.Number, alias => alias.Name);
            foreach (var version in request.AllVersions ? All(prompt) : [latest])
            {
                yield return new ExportedVersion
                {
                    Path = prompt.Path,
                    Number = version.Number,
                    FilePath = Renamed(version, prompt),
                    Bytes = Counted(source.ReadBlob(version.Blob)),
                    Content = contents.Parse(project.Id, version.FilePath, version.Blob, source),
                    Aliases = [.. aliases[version.Number].Order(StringComparer.Ordinal)],
                    IsLatest = version.Number == latest.Number,
                    Tags = tags,
                    ModelOverride = AnnotationView.Model(annotations, version.Number),
                    Message = version.Message,
                };
            }
        }
    }

    private bool IsWhole => request.Tag is null && request.Paths.Count == 0;

    private string Prefix => string.IsNullOrEmpty(request.Folder) ? "" : PromptFolder.Prefix(request.Folder);

    // A version made before the prompt moved is written down where the prompt stands now.
    private static string Renamed(PromptVersion version, Prompt prompt) =>
        ContentReader.NameOf(version.FilePath) is { } name && name != prompt.Path && version.FilePath.StartsWith(name, StringComparison.Ordinal)
            ? prompt.Path + version.FilePath[name.Length..]
            : version.FilePath;

    private IEnumerable<PromptEntry> Prompts() => request.Paths.Count > 0 ? Named() : Listed();

    private IEnumerable<PromptEntry> Named()
    {
        foreach (var path in request.Paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var prompt = session.Prompts.Find(project.Id, path) ?? session.Prompts.FindMoved(project.Id, path);
            if (prompt is not { LatestNumber: { } number } || session.Versions.Find(project.Id, prompt.Id, number) is not { } latest)
                throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' in '{project.Name}'.", "List the prompts with: quire list");
            if (IsMeant(prompt, latest))
                yield return new PromptEntry(prompt, latest);
        }
    }

    private IEnumerable<PromptEntry> Listed()
    {
        string? after = null;
        while (session.Prompts.List(project.Id, Prefix, after, Page) is { Count: > 0 } page)
        {
            foreach (var entry in page.Where(entry => IsMeant(entry.Prompt, entry.Version)))
                yield return entry;
            after = page[^1].Prompt.Path;
        }
    }

    private bool IsMeant(Prompt prompt, PromptVersion latest) => prompt.Path.StartsWith(Prefix, StringComparison.Ordinal)
        && (request.Tag is not { } tag || AnnotationView.Tags(session.Annotations.List(project.Id, [prompt.Id]), PromptFacts.FromJson(latest.Facts)).Contains(tag, StringComparer.Ordinal));

    private List<PromptVersion> All(Prompt prompt)
    {
        var versions = new List<PromptVersion>();
        long? before = null;
        while (session.Versions.List(project.Id, prompt.Id, before, Page) is { Count: > 0 } page)
        {
            versions.AddRange(page.Where(version => !version.Tombstone));
            before = page[^1].Number;
        }
        versions.Reverse();
        return versions;
    }

    private ReadOnlyMemory<byte> Counted(ReadOnlyMemory<byte> bytes)
    {
        _bytes += bytes.Length;
        QuireLimits.ExportBytes.Check(_bytes, "The export");
        return bytes;
    }
}
