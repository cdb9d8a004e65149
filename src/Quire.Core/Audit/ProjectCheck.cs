using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Audit;

/// <summary>The part of a store's check that belongs to one project.</summary>
internal sealed class ProjectCheck(ISession session, Project project, List<string> problems, CancellationToken cancellation)
{
    private const int Page = 500;
    private const int MaxRefs = 1_000;
    private const long BatchBytes = 16 * 1024 * 1024;
    private readonly HashSet<ObjectId> _there = [];
    private readonly HashSet<ObjectId> _missing = [];

    /// <summary>Reads and hashes every object, and looks for what it refers to.</summary>
    public long Objects()
    {
        // All ids first, so that each link is looked at when it is read and none is remembered.
        foreach (var page in Pages())
            _there.UnionWith(page);
        foreach (var page in Pages())
        {
            foreach (var batch in Batches(page))
                Check(batch);
        }
        return _there.Count;
    }

    /// <summary>Looks for the target of every ref.</summary>
    public void Refs()
    {
        string? after = null;
        while (session.Refs.List(project.Id, "refs/", after, MaxRefs) is { Count: > 0 } page)
        {
            foreach (var found in page.Where(found => !_there.Contains(found.Target)))
                problems.Add($"'{found.Name}' of '{project.Name}' points to {found.Target}, which is not there.");
            after = page[^1].Name;
        }
    }

    /// <summary>Follows every numbered version to its content and every alias to its version, of deleted prompts too.</summary>
    public long Versions()
    {
        long count = 0;
        foreach (var prompts in session.Prompts.Ids(project.Id).Chunk(Page))
        {
            cancellation.ThrowIfCancellationRequested();
            var aliases = session.Aliases.List(project.Id, prompts).ToLookup(alias => alias.PromptId);
            count += prompts.Sum(id => Versions(session.Prompts.Get(project.Id, id)!, [.. aliases[id]]));
        }
        return count;
    }

    private long Versions(Prompt prompt, IReadOnlyList<Alias> aliases)
    {
        CheckAliases(prompt, aliases);
        var expected = prompt.LastNumber;
        long? before = null;
        while (session.Versions.List(project.Id, prompt.Id, before, Page) is { Count: > 0 } page)
        {
            foreach (var version in page)
            {
                if (version.Number != expected--)
                    problems.Add($"The numbers of '{prompt.Path}' have a gap at {version.Number}.");
                if (!_there.Contains(version.Blob) || !_there.Contains(version.Commit))
                    problems.Add($"Version {version.Number} of '{prompt.Path}' has lost its content or commit.");
            }
            before = page[^1].Number;
        }
        if (expected != 0)
            problems.Add($"The numbers of '{prompt.Path}' do not go down to 1.");
        return prompt.LastNumber;
    }

    private void CheckAliases(Prompt prompt, IReadOnlyList<Alias> aliases)
    {
        foreach (var alias in aliases.Where(alias => session.Versions.Find(project.Id, prompt.Id, alias.Number) is null or { Tombstone: true }))
            problems.Add($"The alias '{alias.Name}' of '{prompt.Path}' names version {alias.Number}, which is not there.");
    }

    private IEnumerable<IReadOnlyList<ObjectId>> Pages()
    {
        ObjectId? after = null;
        while (session.Objects.List(project.Id, after, Page) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return page;
            after = page[^1];
        }
    }

    // So many that the queries are few, and so few that their rows fit into memory.
    private IEnumerable<List<ObjectId>> Batches(IReadOnlyList<ObjectId> page)
    {
        var batch = new List<ObjectId>();
        long bytes = 0;
        foreach (var shape in session.Objects.Shapes(project.Id, page))
        {
            batch.Add(shape.Id);
            bytes += shape.StoredBytes;
            if (bytes < BatchBytes)
                continue;
            yield return batch;
            (batch, bytes) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private void Check(List<ObjectId> batch)
    {
        foreach (var found in session.Objects.ReadMany(project.Id, batch, Damaged))
        {
            if (ObjectHash.Of(found.Kind, found.Body.Span) != found.Id)
                problems.Add($"Object {found.Id} of '{project.Name}' has other bytes than its id says.");
            else
                CheckLinks(found);
        }
    }

    private void Damaged(ObjectId id, string reason) => problems.Add($"Object {id} of '{project.Name}' cannot be read. {reason}");

    private void CheckLinks(GitObject found)
    {
        foreach (var link in Links(found).Where(link => !_there.Contains(link) && link != ObjectId.EmptyTree && _missing.Add(link)))
            problems.Add($"Object {found.Id} of '{project.Name}' refers to {link}, which is not there.");
    }

    private static IEnumerable<ObjectId> Links(GitObject found) => found.Kind switch
    {
        ObjectKind.Tree => Tree.Parse(found.Body.Span).Entries.Select(entry => entry.Id),
        ObjectKind.Commit => Commit.Parse(found) is var commit ? [commit.Tree, .. commit.Parents] : [],
        ObjectKind.Tag => [Tag.Parse(found).Target],
        _ => [],
    };
}
