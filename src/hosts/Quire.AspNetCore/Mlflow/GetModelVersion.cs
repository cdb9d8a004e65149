using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>A version by its number.</summary>
internal sealed class GetModelVersion(MlflowReader reader, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowGet("model-versions/get", Handle, "name", "version");

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var version = await reader.Version(call.Caller, call.Project, call.Needs("name"), MlflowParameters.Number(call.Query("version")), call.Cancellation);
        var answer = MlflowAnswers.Bytes(version);
        keep(call, version.Prompt, answer);
        return answer;
    }
}
