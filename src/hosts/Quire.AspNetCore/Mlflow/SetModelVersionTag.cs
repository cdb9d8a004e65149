using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Sets a tag of a version.</summary>
internal sealed class SetModelVersionTag(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelTagBody>("POST", "model-versions/set-tag", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelTagBody);
        var value = MlflowParameters.Needed(body.Value, "value");
        return call.Done(await writer.TagVersion(call.Caller, call.Project, body.Name, MlflowParameters.Number(body.Version), body.Key, value, call.Cancellation));
    }
}
