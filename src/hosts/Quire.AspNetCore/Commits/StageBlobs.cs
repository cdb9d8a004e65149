using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Objects;

namespace Quire.AspNetCore.Commits;

/// <summary>Stores contents before a commit names them.</summary>
internal sealed class StageBlobs(BlobService blobs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/blobs", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("stageBlobs", "Stores contents before a commit names them. The same bytes always get the same id.")
        .Takes<BlobsBody>()
        .TakesBytes()
        .Answers<BlobsAnswer>()
        .Fails("project_not_found", "invalid_change");

    private async Task<IResult> Handle(Call call)
    {
        var contents = BodyReader.IsJson(call.Http.Request) ? Contents(await call.Body(QuireJson.Api.BlobsBody)) : [await call.Bytes()];
        var ids = await blobs.Stage(call.Caller, call.Project, contents, call.Cancellation);
        return Answer.Json(new BlobsAnswer([.. ids.Select(id => id.ToString())]), QuireJson.Api.BlobsAnswer);
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Contents(BlobsBody body) =>
        [.. body.Blobs.Select((blob, index) => (ReadOnlyMemory<byte>)(ContentText.Bytes(blob.Content, blob.Base64) ?? throw Refuse(index)))];

    private static QuireException Refuse(int index) => new(ErrorKind.Invalid, "invalid_change",
        $"The blob {index} has none or both of content and base64, or content that is no base64.", "Give exactly one of content and base64.");
}
