using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Langfuse;

/// <summary>Lists prompts as Langfuse's clients page through them: by number of page, with a count of all. Contributions of layers are no prompts here.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
public sealed class LangfuseLister(IStore store, ObjectCache objects, ContentReader contents)
{
    private const int Chunk = 1_000;

    /// <summary>A page of the prompts that pass a filter, by name, and how many pass.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projectName">The project.</param>
    /// <param name="filter">Which.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="limit">The prompts of a page, from 1.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<(IReadOnlyList<LangfuseSummary> Items, long Total)> List(
        Principal caller, string projectName, LangfuseFilter filter, long page, int limit, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        ArgumentNullException.ThrowIfNull(filter);
        return store.Read(session =>
        {
            var project = session.RequireProject(caller, projectName);
            var passing = new Passing((page - 1) * limit, limit);
            foreach (var chunk in Chunks(session, project, filter))
                Add(session, project, passing, chunk, filter);
            return ((IReadOnlyList<LangfuseSummary>)[.. passing.Page.Select(found => Summarise(session, project, filter, found))], passing.Count);
        }, cancellation);
    }

    // Pages count from the first prompt, so all of them are looked at; only those of the page are read.
    private static IEnumerable<IReadOnlyList<PromptEntry>> Chunks(ISession session, Project project, LangfuseFilter filter)
    {
        IReadOnlyList<PromptEntry> chunk;
        for (string? after = null; (chunk = session.Prompts.List(project.Id, filter.Name ?? "", after, Chunk)).Count > 0; after = chunk[^1].Prompt.Path)
        {
            yield return [.. chunk.Where(entry => entry.Version.Layer is null && (filter.Name is null || entry.Prompt.Path == filter.Name))];
            // What follows a name in the order begins with it, and is not it.
            if (filter.Name is not null)
                yield break;
        }
    }

    private static void Add(ISession session, Project project, Passing passing, IReadOnlyList<PromptEntry> chunk, LangfuseFilter filter)
    {
        var ids = chunk.Select(entry => entry.Prompt.Id).ToList();
        var aliases = session.Aliases.List(project.Id, ids).ToLookup(alias => alias.PromptId);
        var annotations = session.Annotations.List(project.Id, ids).ToLookup(annotation => annotation.PromptId);
        foreach (var entry in chunk)
        {
            var found = new Found(entry.Prompt, [.. aliases[entry.Prompt.Id]], [.. annotations[entry.Prompt.Id]],
                AnnotationView.Tags([.. annotations[entry.Prompt.Id]], PromptFacts.FromJson(entry.Version.Facts)));
            if ((filter.Tag is null || found.Tags.Contains(filter.Tag, StringComparer.Ordinal)) && (!filter.ReadsVersions || Versions(session, found, filter).Any()))
                passing.Add(found);
        }
    }

    private static IEnumerable<LangfuseVersion> Versions(ISession session, Found found, LangfuseFilter filter) =>
        Candidates(session, found, filter).Select(version => Describe(found, version)).Where(filter.Passes);

    // A number or a label names one version; only without them all have to be read.
    private static IEnumerable<PromptVersion> Candidates(ISession session, Found found, LangfuseFilter filter)
    {
        var number = filter.Version ?? filter.Label switch
        {
            null => null,
            AliasName.Latest => found.Prompt.LatestNumber,
            var label => found.Aliases.FirstOrDefault(alias => alias.Name == label)?.Number ?? 0,
        };
        if (number is { } one)
            return session.Versions.Find(found.Prompt.ProjectId, found.Prompt.Id, one) is { Tombstone: false, Layer: null } version ? [version] : [];
        return All(session, found.Prompt);
    }

    private static IEnumerable<PromptVersion> All(ISession session, Prompt prompt)
    {
        IReadOnlyList<PromptVersion> page;
        for (long? before = null; (page = session.Versions.List(prompt.ProjectId, prompt.Id, before, Chunk)).Count > 0; before = page[^1].Number)
        {
            foreach (var version in page.Where(version => version is { Tombstone: false, Layer: null }))
                yield return version;
        }
    }

    private static LangfuseVersion Describe(Found found, PromptVersion version)
    {
        var aliases = found.Aliases.Where(alias => alias.Number == version.Number).ToList();
        var labels = aliases.Select(alias => alias.Name);
        if (found.Prompt.LatestNumber == version.Number)
            labels = labels.Append(AliasName.Latest);
        return new LangfuseVersion(version, [.. labels], aliases.Select(alias => alias.UpdatedAt).Append(version.CreatedAt).Max());
    }

    private LangfuseSummary Summarise(ISession session, Project project, LangfuseFilter filter, Found found)
    {
        var versions = Versions(session, found, filter).ToList();
        var newest = versions[0].Version;
        var file = contents.Parse(project.Id, newest.FilePath, newest.Blob, objects.Source(session, project.Id)).File;
        return new LangfuseSummary(
            found.Prompt.Path,
            PromptFacts.FromJson(newest.Facts).Type,
            [.. versions.Select(version => version.Version.Number).Order()],
            [.. versions.SelectMany(version => version.Labels).Order(StringComparer.Ordinal)],
            found.Tags,
            versions.Max(version => version.UpdatedAt),
            LangfuseConfig.Of(file, AnnotationView.Model(found.Annotations, newest.Number)));
    }

    private sealed record Found(Prompt Prompt, IReadOnlyList<Alias> Aliases, IReadOnlyList<Annotation> Annotations, IReadOnlyList<string> Tags);

    private sealed class Passing(long skip, int limit)
    {
        public List<Found> Page { get; } = [];

        public long Count { get; private set; }

        public void Add(Found found)
        {
            if (Count++ >= skip && Page.Count < limit)
                Page.Add(found);
        }
    }
}
