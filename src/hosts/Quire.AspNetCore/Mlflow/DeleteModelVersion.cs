using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Deletes a version.</summary>
internal sealed class DeleteModelVersion(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelVersionBody>("DELETE", "model-versions/delete", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelVersionBody);
        return call.Done(await writer.DeleteVersion(call.Caller, call.Project, body.Name, MlflowParameters.Number(body.Version), call.Cancellation));
    }
}
