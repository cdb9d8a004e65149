using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Tells a run as parameters of MLflow.</summary>
internal sealed class GetRunParameters(RunReader runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/runs/{run}/mlflow", Handle)
        .Requires(Permissions.Read)
        .Named("getRunParameters", "Tells a run as parameters of an MLflow run: its own, and prompt.NAME = vN for each prompt that it used.")
        .Answers<RunParametersAnswer>()
        .Fails("run_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await runs.MlflowParameters(call.Caller, call.Value("run"), call.Cancellation);
        return Answer.Json(new RunParametersAnswer([.. found.Select(item => new RunParameterAnswer(item.Key, item.Value))]), QuireJson.Api.RunParametersAnswer);
    }
}
