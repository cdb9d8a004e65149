using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Finds near-duplicates in all projects.</summary>
internal sealed class GetSimilarPairsOfAll(SimilarityService similarity) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/similar-pairs", Handle)
        .Requires(Permissions.Read)
        .Named("getSimilarPairsOfAll", "Finds pairs of standing prompts of all projects that exist for the key whose texts share much of their wording, the most similar first.")
        .FindsPairs();

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(await similarity.Pairs(call.Caller, null, call.Least(SimilarityService.DefaultLeastOfPairs), call.Limit(), call.Cancellation), QuireJson.Api.SimilarPairs);
}
