using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>Shows a draft of whoever asks.</summary>
internal sealed class GetDraft(DraftService drafts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}", Handle)
        .Requires(DraftService.Needed)
        .ShowsWholeProject()
        .Named("getDraft", "Shows the key's own draft of a prompt.")
        .Query("branch", "The branch; the default one where it is absent.")
        .Answers<DraftAnswer>()
        .Fails("project_not_found", "draft_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(DraftAnswer.Of(await drafts.Get(call.Caller, call.Project, call.Path.Value, call.Query("branch"), call.Cancellation)), QuireJson.Api.DraftAnswer);
}
