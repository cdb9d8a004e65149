using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Creates or moves an alias.</summary>
internal sealed class SetModelAlias(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelAliasBody>("POST", "registered-models/alias", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelAliasBody);
        return call.Done(await writer.Alias(call.Caller, call.Project, body.Name, body.Alias, MlflowParameters.Number(body.Version), call.Cancellation));
    }
}
