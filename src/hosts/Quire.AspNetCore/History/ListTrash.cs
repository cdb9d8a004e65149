using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Lists the prompts that were deleted, by path.</summary>
internal sealed class ListTrash(TrashService trash) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/trash", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("listTrash", "Lists the prompts that were deleted, by path.")
        .Pages("The path after which the page begins.")
        .Answers<TrashPage>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var limit = call.Limit();
        var found = await trash.List(call.Caller, call.Project, call.Query("after"), limit, call.Cancellation);
        return Answer.Json(new TrashPage([.. found.Select(TrashEntryAnswer.Of)], found.Count == limit ? found[^1].Prompt.Path : null), QuireJson.Api.TrashPage);
    }
}
