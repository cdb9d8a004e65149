using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>Removes a draft.</summary>
internal sealed class DeleteDraft(DraftService drafts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}", Handle)
        .Requires(DraftService.Needed)
        .ShowsWholeProject()
        .Named("deleteDraft", "Removes the key's own draft of a prompt. Its text is gone.")
        .Query("branch", "The branch; the default one where it is absent.")
        .Answers(StatusCodes.Status204NoContent)
        .Fails("project_not_found", "draft_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        await drafts.Drop(call.Caller, call.Project, call.Path.Value, call.Query("branch"), call.Cancellation);
        return Answer.Empty;
    }
}
