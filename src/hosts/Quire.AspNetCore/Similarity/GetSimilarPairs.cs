using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Finds near-duplicates.</summary>
internal sealed class GetSimilarPairs(SimilarityService similarity) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/similar-pairs", Handle)
        .Requires(Permissions.Read)
        .Named("getSimilarPairs", "Finds pairs of prompts of the project whose files share much of their wording, the most similar first.")
        .TakesLeast()
        .Answers<SimilarPairList>();

    private async Task<IResult> Handle(Call call)
    {
        var found = await similarity.Pairs(call.Caller, call.Project, call.Least(), call.Limit(), call.Cancellation);
        return Answer.Json(new SimilarPairList(found), QuireJson.Api.SimilarPairList);
    }
}
