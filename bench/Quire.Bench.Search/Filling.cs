using System.Text;
using Quire.Core.Contents;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Bench.Search;

/// <summary>
/// Writes prompts through the ports of the storage adapter, in bulk: blobs, prompts, versions and aliases, all of them waiting for the index. Left out is what
/// search does not look at: commits, trees, the feed, the ledger, and the write door with its checks.
/// </summary>
internal sealed class Filling(IStore store, Corpus corpus, IReadOnlyList<Project> projects)
{
    private const int Batch = 2_000;

    /// <summary>Writes prompts 0 to <paramref name="count"/>, each with one version.</summary>
    public async Task Run(int count)
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            await store.Write(session =>
            {
                foreach (var group in numbers.GroupBy(Corpus.Project))
                    Add(session, projects[group.Key], [.. group]);
                return 0;
            });
        }
    }

    private void Add(ISession session, Project project, int[] numbers)
    {
        var made = Array.ConvertAll(numbers, corpus.Make);
        var blobs = Array.ConvertAll(made, prompt => GitObject.Blob(Encoding.UTF8.GetBytes(prompt.File)));
        session.Objects.Add(project.Id, [.. blobs.Select(blob => new StagedObject(blob, null))]);
        var versions = made.Zip(blobs, (prompt, blob) => Version(session, project, prompt, blob.Id)).ToList();
        session.Versions.Add(versions);
        foreach (var (version, number) in versions.Zip(numbers))
        {
            foreach (var alias in Corpus.Aliases(number))
                session.Aliases.Set(new Alias(project.Id, version.PromptId, alias, 1, project.CreatedAt));
        }
        session.Search.Defer(project.Id, [.. versions.Select(version => version.PromptId)], 1);
    }

    private static PromptVersion Version(ISession session, Project project, MadePrompt made, ObjectId blob)
    {
        var prompt = session.Prompts.Add(new Prompt
        {
            OrganisationId = project.OrganisationId,
            ProjectId = project.Id,
            Path = made.Path,
            FilePath = $"{made.Path}.prompt.md",
            TipBlob = blob,
            LastNumber = 1,
            LatestNumber = 1,
            CreatedAt = project.CreatedAt,
            UpdatedAt = project.CreatedAt,
        });
        return new PromptVersion
        {
            OrganisationId = project.OrganisationId,
            ProjectId = project.Id,
            PromptId = prompt.Id,
            Number = 1,
            Blob = blob,
            Commit = blob,
            FilePath = prompt.FilePath,
            Author = made.Author,
            Message = "Add",
            CreatedAt = project.CreatedAt,
            Facts = new PromptFacts { Dialect = "jinja", Description = made.Description, Category = made.Category, Tags = made.Tags }.ToJson(),
            Extends = made.Tenant is null ? null : $"{project.Name}:base",
            Layer = made.Tenant is null ? null : "tenant",
            Scope = made.Tenant,
        };
    }
}
