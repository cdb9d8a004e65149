using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Stores;

namespace Quire.Core.Similarity;

/// <summary>
/// The sketches of an organisation's standing prompts, in memory. It is filled when it is first asked for, and then follows the change feed: what a request
/// finds is never older than the request.
/// </summary>
/// <param name="store">Where prompts are.</param>
/// <param name="organisationId">The organisation.</param>
/// <param name="most">The prompts that it may have; null for <see cref="QuireLimits.SimilarPrompts"/>.</param>
/// <param name="longestWay">The rows of the feed that are read at most to follow; beyond, all prompts are read again, which is no slower.</param>
internal sealed class SimilarityIndex(IStore store, long organisationId, long? most = null, int longestWay = 20_000)
{
    private const int Page = 200;
    private const int FeedPage = 1_000;

    private readonly Turns _turns = new();
    private readonly Lock _gate = new();
    private Dictionary<long, Sketched> _prompts = [];
    private Sketched[]? _listed;
    private long _sequence = -1;

    /// <summary>How many prompts are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _prompts.Count;
        }
    }

    /// <summary>The prompts that exist for the caller in these projects, by id.</summary>
    public IReadOnlyList<Sketched> Seen(Principal caller, IReadOnlyDictionary<long, string> projects)
    {
        Sketched[] all;
        lock (_gate)
            all = _listed ??= [.. _prompts.Values.OrderBy(prompt => prompt.PromptId)];
        return all.Length == 0 ? all : Array.FindAll(all, prompt => prompt.IsSeen(caller, projects));
    }

    /// <summary>Brings it up to the organisation's last change.</summary>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public async Task CatchUp(CancellationToken cancellation)
    {
        using var turn = await _turns.Take(alone: true, cancellation);
        // Filling goes on where the caller has gone: callers that wait less long than it takes would never see its end.
        if (_sequence < 0 || !await store.Read(Follow, cancellation))
            await Fill();
    }

    // What changes while the pages are read is behind the number that was taken before them, and comes with the feed.
    private async Task Fill()
    {
        var sequence = await store.Read(Start);
        var filled = new Dictionary<long, Sketched>();
        foreach (var project in await store.Read(session => session.Projects.List(organisationId)))
        {
            string? after = null;
            do
                after = await store.Read(session => Take(session, project.Id, after, filled));
            while (after is not null);
        }
        Put(filled, sequence);
        await store.Read(Follow);
    }

    private long Start(ISession session)
    {
        Check(session.Projects.List(organisationId).Sum(project => session.Prompts.Count(project.Id)));
        return session.Organisations.Get(organisationId)!.Sequence;
    }

    private static string? Take(ISession session, long projectId, string? after, Dictionary<long, Sketched> filled)
    {
        var page = new PromptTexts(session).After(projectId, after, Page);
        foreach (var text in page)
            filled[text.PromptId] = Sketched.Of(text);
        return page.Count == Page ? page[^1].Path : null;
    }

    /// <summary>Reads what changed; false where that is so much that everything is to be read again.</summary>
    private bool Follow(ISession session)
    {
        var last = session.Organisations.Get(organisationId)!.Sequence;
        if (last == _sequence)
            return true;
        if (last < _sequence || Changed(session) is not { } changed)
            return false;
        foreach (var project in changed.GroupBy(prompt => prompt.Project, prompt => prompt.Id))
            Put([.. project], [.. new PromptTexts(session).Of(project.Key, [.. project]).Select(Sketched.Of)]);
        _sequence = last;
        return true;
    }

    private HashSet<(long Project, long Id)>? Changed(ISession session)
    {
        var changed = new HashSet<(long, long)>();
        var (sequence, index) = (_sequence, int.MaxValue);
        for (var read = 0; read < longestWay; read += FeedPage)
        {
            var page = session.Feed.List(organisationId, sequence, index, FeedPage);
            changed.UnionWith(page.Where(row => row.PromptId is not null && row.Kind != "alias").Select(row => (row.ProjectId!.Value, row.PromptId!.Value)));
            if (page.Count < FeedPage)
                return changed;
            (sequence, index) = (page[^1].Sequence, page[^1].Index);
        }
        return null;
    }

    private void Put(IReadOnlyCollection<long> changed, List<Sketched> standing)
    {
        lock (_gate)
        {
            foreach (var prompt in changed)
                _prompts.Remove(prompt);
            foreach (var prompt in standing)
                _prompts[prompt.PromptId] = prompt;
            _listed = null;
        }
        Check(Count);
    }

    private void Put(Dictionary<long, Sketched> prompts, long sequence)
    {
        lock (_gate)
            (_prompts, _listed) = (prompts, null);
        _sequence = sequence;
    }

    // What is too much is not kept either. How many there are is not told: the caller may not see all of them.
    private void Check(long count)
    {
        var limit = most ?? QuireLimits.SimilarPrompts.Value;
        if (count <= limit)
            return;
        Put([], -1);
        throw new QuireException(ErrorKind.TooLarge, "too_large", $"The organisation has more prompts than are compared with each other; the limit is {limit:N0}.",
            $"The limit {QuireLimits.SimilarPrompts.Name} is listed in docs/limits.md.");
    }
}
