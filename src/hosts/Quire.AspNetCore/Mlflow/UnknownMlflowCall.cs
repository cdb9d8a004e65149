using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Answers, in MLflow's form, every call that is about other things than prompts.</summary>
internal sealed class UnknownMlflowCall : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in MlflowRoutes.Prefixes)
            routes.MapAny(prefix + "/{**rest}", Handle).Requires(Permissions.None).ForMlflow();
    }

    private static Task<IResult> Handle(Call call) =>
        throw new QuireException(ErrorKind.NotFound, "route_not_found", "Quire does not answer this call of MLflow.", "It keeps prompts: registered-models and model-versions.");
}
