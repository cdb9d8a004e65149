using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>Makes a prompt set, or edits its manifest.</summary>
internal sealed class PutSet(SetService sets) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/sets/{set}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("putSet", "Makes a prompt set, or edits its manifest, with a commit.")
        .Takes<SetBody>()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("set_not_found", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.SetBody);
        return call.Changed(await sets.Save(call.Caller, call.Project, call.Value("set"), new SaveSet(body.Folder, body.Version, body.Description, body.Message), call.Cancellation));
    }
}
