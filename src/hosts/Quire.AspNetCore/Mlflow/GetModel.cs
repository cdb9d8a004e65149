using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>A registered model with its newest version.</summary>
internal sealed class GetModel(MlflowReader reader, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowGet("registered-models/get", Handle, "name");

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var model = await reader.Model(call.Caller, call.Project, call.Needs("name"), call.Cancellation);
        var answer = MlflowAnswers.Bytes(model);
        if (model.Latest is { } latest)
            keep(call, latest.Prompt, answer);
        return answer;
    }
}
