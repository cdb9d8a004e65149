using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>Lists the drafts of whoever asks.</summary>
internal sealed class ListDrafts(DraftService drafts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/drafts", Handle)
        .Requires(DraftService.Needed)
        .ShowsWholeProject()
        .Named("listDrafts", "Lists the key's own drafts in a project, by branch and path, without their texts.")
        .Answers<DraftList>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(new DraftList([.. (await drafts.List(call.Caller, call.Project, call.Cancellation)).Select(DraftEntryAnswer.Of)]), QuireJson.Api.DraftList);
}
