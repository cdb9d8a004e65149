using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>What both searches share.</summary>
internal static class SearchCalls
{
    /// <summary>Takes words, filters and the page.</summary>
    public static IEndpointConventionBuilder TakesSearch(this IEndpointConventionBuilder route) => route
        .Query("q", "Words that must all be there; \"phrases\", -not and begin* too. May be absent where a filter is there.")
        .Query("tag", "A tag, exactly.")
        .Query("category", "The category, exactly.")
        .Query("author", "The author of the latest version, exactly.")
        .Query("model", "The model, exactly.")
        .Query("layer", "The layer of contributions.")
        .Query("alias", "An alias that the prompts have.")
        .Query("folder", "The folder whose prompts are searched, however deep.")
        .Pages("What the page before gave as next.")
        .Answers<SearchPage>()
        .Fails("invalid_query", "invalid_cursor", "invalid_name", "too_large");

    /// <summary>Searches.</summary>
    public static async Task<IResult> Answer(this SearchService search, Call call, string? project)
    {
        var found = await search.Search(call.Caller, new SearchRequest
        {
            Project = project,
            Text = call.Query("q") ?? "",
            Tag = call.Query("tag"),
            Category = call.Query("category"),
            Author = call.Query("author"),
            Model = call.Query("model"),
            Layer = call.Query("layer"),
            Alias = call.Query("alias"),
            Folder = call.Query("folder") ?? "",
            After = call.Query("after"),
            Limit = call.Limit(),
        }, call.Cancellation);
        return Answers.Answer.Json(SearchPage.Of(found), QuireJson.Api.SearchPage);
    }
}
