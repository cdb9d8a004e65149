using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Removes a tag of a version; where there is none, nothing changes.</summary>
internal sealed class DeleteModelVersionTag(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelTagBody>("DELETE", "model-versions/delete-tag", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelTagBody);
        return call.Done(await writer.TagVersion(call.Caller, call.Project, body.Name, MlflowParameters.Number(body.Version), body.Key, null, call.Cancellation));
    }
}
