using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Suggests tags for a prompt.</summary>
internal sealed class GetTagSuggestions(TagSuggestionService suggestions) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/tag-suggestions", Handle)
        .Requires(Permissions.Read)
        .Named("getTagSuggestions", "Suggests tags that other prompts of the project have, by the texts of those that have them, best first.")
        .TakesLimit()
        .Answers<TagSuggestionList>()
        .Fails("project_not_found", "prompt_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var found = await suggestions.Suggest(call.Caller, call.Project, call.Path.Value, call.Limit(), call.Cancellation);
        return Answer.Json(new TagSuggestionList(found), QuireJson.Api.TagSuggestionList);
    }
}
