using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Deletes a version: its number is never reused, its commit is kept.</summary>
internal sealed class DeleteVersion(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("deleteVersion", "Deletes a version: its aliases go, its number is never reused, its commit is kept.")
        .Answers<ChangeAnswer>()
        .FailsAsChange();

    private async Task<IResult> Handle(Call call)
    {
        var move = new AnnotationMove(call.Path.Value, call.Number("version"), AnnotationKeys.Tombstone, "true");
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
