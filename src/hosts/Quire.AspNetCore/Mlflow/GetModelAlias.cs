using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>The version that carries an alias.</summary>
internal sealed class GetModelAlias(MlflowReader reader, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowGet("registered-models/alias", Handle, "name", "alias");

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var version = await reader.Aliased(call.Caller, call.Project, call.Needs("name"), call.Needs("alias"), call.Cancellation);
        var answer = MlflowAnswers.Bytes(version);
        keep(call, version.Prompt, answer);
        return answer;
    }
}
