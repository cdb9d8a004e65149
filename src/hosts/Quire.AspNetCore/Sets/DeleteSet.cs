using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>Removes the manifest of a prompt set.</summary>
internal sealed class DeleteSet(SetService sets) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/sets/{set}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("deleteSet", "Removes the manifest of a prompt set with a commit; its prompts stay.")
        .Query("message", "The commit's message.")
        .Answers<ChangeAnswer>()
        .FailsAsChange("set_not_found", "invalid_message");

    private async Task<IResult> Handle(Call call) =>
        call.Changed(await sets.Delete(call.Caller, call.Project, call.Value("set"), call.Query("message"), call.Cancellation), StatusCodes.Status200OK);
}
