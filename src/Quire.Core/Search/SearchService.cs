using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Search;

/// <summary>Finds prompts by their words. Nothing that the caller does not see has any part in an answer: not in the hits, not in their order.</summary>
/// <param name="store">Where prompts are.</param>
public sealed class SearchService(IStore store)
{
    /// <summary>A page of the prompts that match, best first among the newest.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_query</c>, <c>invalid_cursor</c>, <c>invalid_name</c>, <c>invalid_limit</c>, <c>too_large</c>.</exception>
    public Task<SearchResult> Search(Principal caller, SearchRequest request, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(request.Limit);
        var terms = SearchQuery.Parse(request.Text);
        var cursor = SearchCursor.Parse(request.After);
        var lookUp = new SearchLookUp
        {
            Terms = Wanted(request, terms),
            ProjectIds = [],
            TenantScopes = caller.TenantScopes,
            Folder = PromptFolder.Prefix(request.Folder),
            Alias = request.Alias,
            Before = cursor.Before,
            Head = SearchRanking.Head,
        };
        return store.Read(session => Search(session, Projects(session, caller, request.Project), terms, lookUp, cursor, request.Limit, caller.OrganisationId), cancellation);
    }

    private static SearchResult Search(ISession session, IReadOnlyDictionary<long, string> projects, IReadOnlyList<SearchTerm> terms, SearchLookUp lookUp, SearchCursor cursor, int limit, long organisationId)
    {
        var window = session.Search.Find(lookUp with { ProjectIds = [.. projects.Keys] }, SearchRanking.Window);
        var ranked = window.Select(candidate => (Score: SearchRanking.Score(terms, candidate), Prompt: candidate))
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Prompt.PromptId)
            .Where(hit => cursor.IsBefore(hit.Score, hit.Prompt.PromptId)).ToList();
        var page = ranked.Take(limit).ToList();
        var bodies = session.Search.Bodies([.. page.Select(hit => hit.Prompt.PromptId)]);
        var hits = page.Select(hit => new SearchHit(projects[hit.Prompt.ProjectId], hit.Prompt, Highlighter.Of(terms, hit.Prompt, bodies[hit.Prompt.PromptId])));
        return new SearchResult([.. hits], Next(window, ranked, limit)?.ToString(), IndexedThrough(session, organisationId, [.. projects.Keys]));
    }

    private static SearchCursor? Next(IReadOnlyList<SearchCandidate> window, List<(long Score, SearchCandidate Prompt)> ranked, int limit)
    {
        if (ranked.Count > limit)
            return new SearchCursor(window[0].PromptId + 1, ranked[limit - 1].Score, ranked[limit - 1].Prompt.PromptId);
        return window.Count == SearchRanking.Window ? SearchCursor.From(window[^1].PromptId) : null;
    }

    private static long IndexedThrough(ISession session, long organisationId, IReadOnlyCollection<long> projectIds) =>
        session.Search.FirstDeferred(projectIds) - 1 ?? session.Organisations.Get(organisationId)!.Sequence;

    private static Dictionary<long, string> Projects(ISession session, Principal caller, string? name)
    {
        var projects = name is null ? session.Projects.List(caller.OrganisationId).Where(project => caller.Reaches(project.Name)) : [session.RequireProject(caller, name)];
        return projects.ToDictionary(project => project.Id, project => project.Name);
    }

    private static List<SearchTerm> Wanted(SearchRequest request, List<SearchTerm> terms)
    {
        var wanted = terms.Concat(Filters(request)).ToList();
        if (wanted.Count == 0 && request.Folder.Length == 0 && request.Alias is null)
            throw new QuireException(ErrorKind.Invalid, "invalid_query", "The search has no word.", "Give a word, or a filter such as a tag.");
        if (wanted.TrueForAll(term => term.IsExcluded))
            wanted.Add(new SearchTerm([SearchMarks.Border]));
        return wanted;
    }

    private static IEnumerable<SearchTerm> Filters(SearchRequest request)
    {
        (SearchField Field, string? Value)[] filters =
        [
            (SearchField.Tag, request.Tag), (SearchField.Category, request.Category), (SearchField.Author, request.Author),
            (SearchField.Model, request.Model), (SearchField.Layer, request.Layer),
        ];
        return filters.Where(filter => filter.Value is not null).Select(filter => new SearchTerm([SearchMarks.Of(filter.Field, filter.Value!)]));
    }
}
