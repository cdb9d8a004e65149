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
    private readonly HashSet<ObjectId> _seen = [];

    /// <summary>Reads and hashes every object, and looks for what it refers to.</summary>
    public long Objects()
    {
        var needed = new List<(ObjectId From, ObjectId To)>();
        ObjectId? after = null;
        while (session.Objects.List(project.Id, after, Page) is { Count: > 0 } page)
        {
            foreach (var id in page)
                Check(id, needed);
            after = page[^1];
            cancellation.ThrowIfCancellationRequested();
        }
        foreach (var (from, to) in needed.Where(link => !_seen.Contains(link.To) && link.To != ObjectId.EmptyTree).DistinctBy(link => link.To))
            problems.Add($"Object {from} of '{project.Name}' refers to {to}, which is not there.");
        return _seen.Count;
    }

    /// <summary>Looks for the target of every ref.</summary>
    public void Refs()
    {
        string? after = null;
        while (session.Refs.List(project.Id, "refs/", after, MaxRefs) is { Count: > 0 } page)
        {
            foreach (var found in page.Where(found => !_seen.Contains(found.Target)))
                problems.Add($"'{found.Name}' of '{project.Name}' points to {found.Target}, which is not there.");
            after = page[^1].Name;
        }
    }

    /// <summary>Follows every numbered version of the standing prompts to its content.</summary>
    public long Versions(int size)
    {
        long count = 0;
        string? after = null;
        while (session.Prompts.List(project.Id, "", after, size) is { Count: > 0 } page)
        {
            count += page.Sum(entry => Versions(entry.Prompt));
            after = page[^1].Prompt.Path;
        }
        return count;
    }

    private long Versions(Prompt prompt)
    {
        var expected = prompt.LastNumber;
        long? before = null;
        while (session.Versions.List(project.Id, prompt.Id, before, Page) is { Count: > 0 } page)
        {
            foreach (var version in page)
            {
                if (version.Number != expected--)
                    problems.Add($"The numbers of '{prompt.Path}' have a gap at {version.Number}.");
                if (!_seen.Contains(version.Blob) || !_seen.Contains(version.Commit))
                    problems.Add($"Version {version.Number} of '{prompt.Path}' has lost its content or commit.");
            }
            before = page[^1].Number;
        }
        if (expected != 0)
            problems.Add($"The numbers of '{prompt.Path}' do not go down to 1.");
        return prompt.LastNumber;
    }

    private void Check(ObjectId id, List<(ObjectId From, ObjectId To)> needed)
    {
        _seen.Add(id);
        if (!session.Objects.TryRead(project.Id, id, out var found))
        {
            problems.Add($"Object {id} of '{project.Name}' cannot be read.");
            return;
        }
        if (ObjectHash.Of(found.Kind, found.Body.Span) != id)
            problems.Add($"Object {id} of '{project.Name}' has other bytes than its id says.");
        else
            needed.AddRange(Links(found).Select(link => (id, link)));
    }

    private static IEnumerable<ObjectId> Links(GitObject found) => found.Kind switch
    {
        ObjectKind.Tree => Tree.Parse(found.Body.Span).Entries.Select(entry => entry.Id),
        ObjectKind.Commit => Commit.Parse(found) is var commit ? [commit.Tree, .. commit.Parents] : [],
        ObjectKind.Tag => [Tag.Parse(found).Target],
        _ => [],
    };
}
