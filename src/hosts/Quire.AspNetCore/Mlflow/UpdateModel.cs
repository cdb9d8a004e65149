using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Says what a registered model is for.</summary>
internal sealed class UpdateModel(MlflowWriter writer, MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<ModelBody>("PATCH", "registered-models/update", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.ModelBody);
        if (body.Description is { } description)
            call.Sequence((await writer.Describe(call.Caller, call.Project, body.Name, description, call.Cancellation)).Sequence);
        return MlflowAnswers.Json(await reader.Model(call.Caller, call.Project, body.Name, call.Cancellation));
    }
}
