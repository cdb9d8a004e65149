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

/// <summary>Creates a tag; one that exists is never moved.</summary>
internal sealed class CreateTag(RefService refs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/tags/{tag}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("createTag", "Creates a tag; one that exists is never moved.")
        .Takes<TagBody>()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .FailsAsChange("tag_exists", "not_a_commit", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.TagBody);
        return call.Changed(await refs.CreateTag(call.Caller, call.Project, call.Value("tag"), body.Target, body.Message, call.Cancellation));
    }
}
