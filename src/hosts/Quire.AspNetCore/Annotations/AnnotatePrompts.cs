using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Annotations;

/// <summary>Changes what stands beside the texts of many prompts, all or none.</summary>
internal sealed class AnnotatePrompts(BulkWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/annotations", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("annotatePrompts", "Changes tags and category of many prompts at once: one change, all or none.")
        .Takes<AnnotatePromptsBody>()
        .TakesIdempotencyKey()
        .Answers<BulkAnswer>()
        .FailsAsChange("invalid_annotation", "invalid_choice", "folder_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.AnnotatePromptsBody);
        return BulkAnswer.To(call, await prompts.Annotate(call.Caller, call.Project, body.ToChoice(), body.ToMoves, idempotency, call.Cancellation));
    }
}
