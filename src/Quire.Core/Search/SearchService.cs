using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Search;

/// <summary>Finds prompts by their words. Nothing that the caller does not see has any part in an answer: not in the hits, not in their order.</summary>
public sealed class SearchService
{
    // Where at least a quarter of the newest matches is seen, that is enough to fill a window.
    private const int Scan = 4 * SearchRanking.Window;

    private readonly IStore _store;
    private readonly int _scan;

    /// <summary>Searches a store.</summary>
    /// <param name="store">Where prompts are.</param>
    public SearchService(IStore store)
        : this(store, Scan)
    {
    }

    /// <summary>Searches a store, asking the index for what is seen after so many matches of which too few are.</summary>
    internal SearchService(IStore store, int scan) => (_store, _scan) = (store, scan);

    /// <summary>A page of the prompts that match, best first among the newest.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_query</c>, <c>invalid_cursor</c>, <c>invalid_name</c>, <c>invalid_limit</c>, <c>too_large</c>.</exception>
    public Task<SearchResult> Search(Principal caller, SearchRequest request, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(request.Limit);
        var terms = SearchQuery.Parse(request.Text);
        var cursor = SearchCursor.Parse(request.After);
        var wanted = Wanted(request, terms);
        var lookUp = new SearchLookUp
        {
            OrganisationId = caller.OrganisationId,
            Project = request.Project,
            ReachedProjects = caller.Projects,
            TenantScopes = caller.TenantScopes,
            Terms = wanted,
            Everything = SearchMarks.Of(SearchField.Organisation, caller.OrganisationId),
            Borders = projects => Borders(caller, request.Project, projects),
            Sees = caller.Sees,
            Scan = _scan,
            Alias = request.Alias,
            Before = cursor.Before,
            Head = SearchRanking.Head,
        };
        return _store.Read(session =>
        {
            var (state, window) = session.Search.Find(lookUp, SearchRanking.Window);
            // For its error.
            if (request.Project is { } name && state.Projects.Count == 0)
                session.RequireProject(caller, name);
            return Rank(session, state, window, new TermFinder(terms), cursor, request.Limit);
        }, cancellation);
    }

    private static SearchResult Rank(ISession session, SearchState state, IReadOnlyList<SearchCandidate> window, TermFinder terms, SearchCursor cursor, int limit)
    {
        var ranking = new SearchRanking(terms);
        var ranked = window.Select(candidate => (Score: ranking.Score(candidate), Prompt: candidate))
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Prompt.PromptId)
            .Where(hit => cursor.IsBefore(hit.Score, hit.Prompt.PromptId)).ToList();
        var page = ranked.Take(limit).Select(hit => hit.Prompt).ToList();
        var bodies = Bodies(session, page);
        var projects = state.Projects.ToDictionary(project => project.Id, project => project.Name);
        var hits = page.Select(prompt => new SearchHit(projects[prompt.ProjectId], prompt, Highlighter.Of(terms, prompt, bodies.GetValueOrDefault(prompt.PromptId, prompt.Body))));
        var through = state.Projects.Min(project => project.FirstDeferred) - 1 ?? state.Sequence;
        return new SearchResult([.. hits], Next(window, ranked, limit)?.ToString(), through);
    }

    // Those that are longer than what was read of them.
    private static IReadOnlyDictionary<long, string> Bodies(ISession session, List<SearchCandidate> page)
    {
        var cut = page.Where(prompt => prompt.Body.Length >= SearchRanking.Head).Select(prompt => prompt.PromptId).ToList();
        return cut.Count == 0 ? new Dictionary<long, string>() : session.Search.Bodies(cut);
    }

    private static SearchCursor? Next(IReadOnlyList<SearchCandidate> window, List<(long Score, SearchCandidate Prompt)> ranked, int limit)
    {
        if (ranked.Count > limit)
            return new SearchCursor(window[0].PromptId + 1, ranked[limit - 1].Score, ranked[limit - 1].Prompt.PromptId);
        return window.Count == SearchRanking.Window ? SearchCursor.From(window[^1].PromptId) : null;
    }

    // What the caller may see, as marks. All of an organisation's projects are one mark.
    private static List<IReadOnlyList<string>> Borders(Principal caller, string? project, IReadOnlyList<SearchProject> projects)
    {
        var borders = new List<IReadOnlyList<string>>
        {
            project is null && caller.Projects is null
                ? [SearchMarks.Of(SearchField.Organisation, caller.OrganisationId)]
                : [.. projects.Select(reached => SearchMarks.Of(SearchField.Project, reached.Id))],
        };
        if (caller.TenantScopes is { } scopes)
            borders.Add([SearchMarks.EveryTenant, .. scopes.Select(scope => SearchMarks.Of(SearchField.Tenant, scope))]);
        return borders;
    }

    private static List<SearchTerm> Wanted(SearchRequest request, List<SearchTerm> terms)
    {
        var wanted = terms.Concat(Filters(request)).ToList();
        if (wanted.Count == 0 && request.Alias is null)
            throw new QuireException(ErrorKind.Invalid, "invalid_query", "The search has no word.", "Give a word, or a filter such as a tag.");
        return wanted;
    }

    private static IEnumerable<SearchTerm> Filters(SearchRequest request)
    {
        var folder = PromptFolder.Prefix(request.Folder);
        (SearchField Field, string? Value)[] filters =
        [
            (SearchField.Tag, request.Tag), (SearchField.Category, request.Category), (SearchField.Author, request.Author),
            (SearchField.Model, request.Model), (SearchField.Layer, request.Layer), (SearchField.Folder, folder.Length == 0 ? null : folder),
        ];
        return filters.Where(filter => filter.Value is not null).Select(filter => new SearchTerm([SearchMarks.Of(filter.Field, filter.Value!)]));
    }
}
