using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>Commits a draft.</summary>
internal sealed class CommitDraft(DraftService drafts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}/commit", Handle)
        .Requires(DraftService.Needed)
        .ShowsWholeProject()
        .Named("commitDraft", "Commits the key's own draft of a prompt, which goes with the commit. Where others changed the prompt meanwhile, the answer has the merge.")
        .Takes<CommitDraftBody>()
        .TakesIdempotencyKey()
        .Answers<SavedAnswer>(StatusCodes.Status201Created)
        .Answers<SavedAnswer>()
        .FailsAsChange("draft_not_found", "stale_prompt", "invalid_message", "invalid_author", "not_default_branch");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.CommitDraftBody);
        return call.Saved(await drafts.Commit(call.Caller, body.ToWish(call.Project, call.Path.Value, idempotency), call.Cancellation));
    }
}
