using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Finds near-duplicates in a project.</summary>
internal sealed class GetSimilarPairs(SimilarityService similarity) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/similar-pairs", Handle)
        .Requires(Permissions.Read)
        .Named("getSimilarPairs", "Finds pairs of the project's standing prompts whose texts share much of their wording, the most similar first.")
        .FindsPairs()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(await similarity.Pairs(call.Caller, call.Project, call.Least(SimilarityService.DefaultLeastOfPairs), call.Limit(), call.Cancellation), QuireJson.Api.SimilarPairs);
}
