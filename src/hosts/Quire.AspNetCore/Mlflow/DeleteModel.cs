using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Removes a registered model with its versions.</summary>
internal sealed class DeleteModel(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelBody>("DELETE", "registered-models/delete", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelBody);
        return call.Done(await writer.Delete(call.Caller, call.Project, body.Name, call.Cancellation));
    }
}
