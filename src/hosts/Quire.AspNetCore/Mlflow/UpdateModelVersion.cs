using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Describes a version anew: the commit's message stays, so the description becomes a tag beside it.</summary>
internal sealed class UpdateModelVersion(MlflowWriter writer, MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelVersionBody>("PATCH", "model-versions/update", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelVersionBody);
        var number = MlflowParameters.Number(body.Version);
        if (body.Description is { } description)
            call.Sequence((await writer.TagVersion(call.Caller, call.Project, body.Name, number, MlflowKeys.Description, description, call.Cancellation)).Sequence);
        return MlflowAnswers.Json(await reader.Version(call.Caller, call.Project, body.Name, number, call.Cancellation));
    }
}
