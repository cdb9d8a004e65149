using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Removes an alias; where there is none, nothing changes.</summary>
internal sealed class DeleteModelAlias(MlflowWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelAliasBody>("DELETE", "registered-models/alias", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelAliasBody);
        return call.Done(await writer.Alias(call.Caller, call.Project, body.Name, body.Alias, null, call.Cancellation));
    }
}
