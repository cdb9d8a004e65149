using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Sets a tag of a registered model.</summary>
internal sealed class SetModelTag(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelTagBody>("POST", "registered-models/set-tag", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelTagBody);
        return call.Done(await writer.Tag(call.Caller, call.Project, body.Name, body.Key, MlflowParameters.Needed(body.Value, "value"), call.Cancellation));
    }
}
