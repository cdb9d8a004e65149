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

/// <summary>Lists the tags of a project, by name.</summary>
internal sealed class ListTags(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/tags", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("listTags", "Lists the tags of a project, by name.")
        .Answers<TagList>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await history.Tags(call.Caller, call.Project, call.Cancellation);
        return Answer.Json(new TagList([.. found.Select(TagAnswer.Of)]), QuireJson.Api.TagList);
    }
}
