using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Finds prompts like one.</summary>
internal sealed class GetSimilar(SimilarityService similarity) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/similar", Handle)
        .Requires(Permissions.Read)
        .Named("getSimilar", "Finds standing prompts whose texts share much of their wording with a prompt's, the most similar first.")
        .Query("everywhere", "true for prompts of all projects that exist for the key, not of this one alone.", "boolean")
        .Query("least", "The least score, 0.1 to 1; 0.2 where it is absent.", "number")
        .TakesLimit()
        .Answers<SimilarList>()
        .Fails("project_not_found", "prompt_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var found = await similarity.Like(call.Caller, call.Project, call.Path.Value, call.QueryFlag("everywhere") ?? false,
            call.Least(SimilarityService.DefaultLeast), call.Limit(), call.Cancellation);
        return Answer.Json(new SimilarList(found), QuireJson.Api.SimilarList);
    }
}
