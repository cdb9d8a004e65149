using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Adds metrics to a run, or finishes it.</summary>
internal sealed class PatchRun(RunWriter runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Patch("/api/v1/orgs/{organisation}/runs/{run}", Handle)
        .Requires(RunWriter.Needed)
        .Named("patchRun", "Adds metrics to a run that is not finished, or finishes it. A metric is written once.")
        .Takes<RunPatchBody>()
        .Answers<RunAnswer>()
        .Fails("run_not_found", "run_finished", "metric_exists", "invalid_run");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.RunPatchBody);
        var details = await runs.Add(call.Caller, call.Value("run"), body.Metrics ?? new Dictionary<string, double>(), body.Finished ?? false, call.Cancellation);
        return Answer.Json(RunAnswer.Of(details), QuireJson.Api.RunAnswer);
    }
}
