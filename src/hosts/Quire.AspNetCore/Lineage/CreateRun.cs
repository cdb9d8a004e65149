using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Records a run.</summary>
internal sealed class CreateRun(RunWriter runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/runs", Handle)
        .Requires(RunWriter.Needed)
        .Named("createRun", "Records which versions an evaluation, experiment or deployment used. The same request again is answered as the first one.")
        .Takes<NewRunBody>()
        .Answers<RunAnswer>(StatusCodes.Status201Created)
        .Answers<RunAnswer>()
        .Fails("invalid_run", "run_exists", "project_not_found", "prompt_not_found", "version_not_found", "alias_not_found", "invalid_name", "invalid_selector");

    private async Task<IResult> Handle(Call call)
    {
        var wish = await call.Body(QuireJson.Api.NewRunBody);
        var (details, isNew) = await runs.Record(call.Caller, wish.ToNewRun(), call.Cancellation);
        return Answer.Json(RunAnswer.Of(details), QuireJson.Api.RunAnswer, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
