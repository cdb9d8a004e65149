using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>Searches the prompts of every project that the caller reaches.</summary>
internal sealed class SearchOrganisation(SearchService search) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/search", Handle)
        .Requires(Permissions.Read)
        .Named("searchOrganisation", "Searches the standing prompts of all projects that exist for the key.")
        .TakesSearch();

    private Task<IResult> Handle(Call call) => search.Answer(call, null);
}
