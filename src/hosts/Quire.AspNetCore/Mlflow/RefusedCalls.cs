using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Calls of MLflow's model registry that no prompt function makes, and that mean nothing here.</summary>
internal sealed class RefusedCalls : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MlflowWrite<ModelVersionBody>("POST", "model-versions/transition-stage", _ => Refuse("Versions have no stages here.", "Move an alias: POST registered-models/alias."));
        routes.MlflowWrite<ModelBody>("POST", "registered-models/rename", _ => Refuse("Prompts are not renamed in MLflow's way here.", "Move the prompt with Quire's own interface; its old name goes on leading to it."));
    }

    private static Task<IResult> Refuse(string reason, string way) => throw new QuireException(ErrorKind.Invalid, "not_supported", reason, way);
}
