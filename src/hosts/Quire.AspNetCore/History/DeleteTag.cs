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

/// <summary>Deletes a tag.</summary>
internal sealed class DeleteTag(RefService refs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/tags/{tag}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("deleteTag", "Deletes a tag.")
        .Answers<ChangeAnswer>()
        .FailsAsChange("ref_not_found");

    private async Task<IResult> Handle(Call call)
    {
        return call.Changed(await refs.DeleteTag(call.Caller, call.Project, call.Value("tag"), call.Cancellation), StatusCodes.Status200OK);
    }
}
