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

/// <summary>Brings a deleted prompt back with its newest content; it goes on numbering.</summary>
internal sealed class RestorePrompt(TrashService trash) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/trash/{path}/restore", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("restorePrompt", "Brings a deleted prompt back with its newest content; it goes on numbering.")
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("not_in_trash");

    private async Task<IResult> Handle(Call call)
    {
        return call.Changed(await trash.Restore(call.Caller, call.Project, call.Path.Value, cancellation: call.Cancellation));
    }
}
