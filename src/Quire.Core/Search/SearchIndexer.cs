using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Stores;

namespace Quire.Core.Search;

/// <summary>Indexes what large changes left for later, and everything after the migration that brought the index.</summary>
/// <param name="store">Where prompts are. What waits stands there too, so a restart loses nothing of it.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Prompt files parsed lately.</param>
public sealed class SearchIndexer(IStore store, ObjectCache objects, ContentReader contents)
{
    private const int Batch = 200;
    private const int Many = 10_000;

    /// <summary>Indexes until nothing waits.</summary>
    /// <returns>How many prompts were indexed.</returns>
    public async Task<long> CatchUp(CancellationToken cancellation = default)
    {
        long all = 0;
        while (await store.Read(session => session.Search.Deferred(1).Count, cancellation) > 0)
            all += await store.Write(Step, cancellation);
        if (all >= Many)
            await Tidy(cancellation);
        return all;
    }

    // Each step is a write of its own, so others get their turn in between.
    private async Task Tidy(CancellationToken cancellation)
    {
        for (var first = true; await store.Write(session => session.Search.Tidy(first), cancellation); first = false)
            cancellation.ThrowIfCancellationRequested();
    }

    private int Step(ISession session)
    {
        var waiting = session.Search.Deferred(Batch);
        foreach (var project in waiting.GroupBy(prompt => prompt.ProjectId))
        {
            new SearchDocuments(session, contents).Index(project.Key, [.. project.Select(prompt => prompt.PromptId)],
                blobs => new ObjectsReadAhead(session, project.Key, [.. blobs.Distinct()], objects.Source(session, project.Key)));
        }
        return waiting.Count;
    }
}
