using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Registers a version.</summary>
internal sealed class CreateModelVersion(MlflowWriter writer, MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowWrite<NewModelVersionBody>("POST", "model-versions/create", Handle);

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(MlflowJson.Api.NewModelVersionBody);
        var version = new NewMlflowVersion { Project = call.Project, Name = body.Name, Description = body.Description, Tags = MlflowTag.ByKey(body.Tags) };
        var (number, applied) = await writer.AddVersion(call.Caller, version, call.Cancellation);
        call.Sequence(applied.Sequence);
        return MlflowAnswers.Json(await reader.Version(call.Caller, call.Project, body.Name, number, call.Cancellation));
    }
}
