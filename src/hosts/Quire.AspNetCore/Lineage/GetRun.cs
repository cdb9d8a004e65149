using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Tells what a run used.</summary>
internal sealed class GetRun(RunReader runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/runs/{run}", Handle)
        .Requires(Permissions.Read)
        .Named("getRun", "Tells which versions a run used, its parameters and its metrics. Moved and deleted prompts are told, too.")
        .Answers<RunAnswer>()
        .Fails("run_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(RunAnswer.Of(await runs.Get(call.Caller, call.Value("run"), call.Cancellation)), QuireJson.Api.RunAnswer);
}
