using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>Searches the prompts of a project.</summary>
internal sealed class SearchProject(SearchService search) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/search", Handle)
        .Requires(Permissions.Read)
        .Named("searchProject", "Searches names, texts, descriptions and tags of a project's standing prompts.")
        .TakesSearch()
        .Fails("project_not_found");

    private Task<IResult> Handle(Call call) => search.Answer(call, call.Project);
}
