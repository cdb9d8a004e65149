using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Registers a model, which has no version yet.</summary>
internal sealed class CreateModel(MlflowWriter writer, MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<NewModelBody>("POST", "registered-models/create", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.NewModelBody);
        var applied = await writer.Create(call.Caller, call.Project, body.Name, body.Description, MlflowTag.ByKey(body.Tags), call.Cancellation);
        call.Sequence(applied.Sequence);
        return MlflowAnswers.Json(await reader.Model(call.Caller, call.Project, body.Name, call.Cancellation));
    }
}
