using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>Keeps a text for later.</summary>
internal sealed class PutDraft(DraftService drafts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}", Handle)
        .Requires(DraftService.Needed)
        .ShowsWholeProject()
        .Named("putDraft", "Keeps a text as the key's own draft of a prompt. It need not parse, and is in no history.")
        .Takes<DraftBody>()
        .Answers<DraftAnswer>(StatusCodes.Status201Created)
        .Answers<DraftAnswer>()
        .Fails("project_not_found", "invalid_name", "invalid_prompt", "invalid_commit", "commit_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.DraftBody);
        var (draft, isNew) = await drafts.Keep(call.Caller, body.ToWish(call.Project, call.Path.Value), call.Cancellation);
        return Answer.Json(DraftAnswer.Of(draft), QuireJson.Api.DraftAnswer, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
