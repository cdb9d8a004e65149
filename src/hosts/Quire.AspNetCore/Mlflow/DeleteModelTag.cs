using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Removes a tag of a registered model; where there is none, nothing changes.</summary>
internal sealed class DeleteModelTag(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelTagBody>("DELETE", "registered-models/delete-tag", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelTagBody);
        return call.Done(await writer.Tag(call.Caller, call.Project, body.Name, body.Key, null, call.Cancellation));
    }
}
