using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>The newest version of a model, whichever stages are asked for: there are none here. It reads, whatever its method.</summary>
internal sealed class GetLatestVersions(MlflowReader reader) : IRoute
{
    private const string Path = "registered-models/get-latest-versions";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MlflowGet(Path, call => Handle(call, call.Needs("name")), "name");
        foreach (var prefix in MlflowRoutes.Prefixes)
            routes.Post($"{prefix}/{Path}", HandleBody).Requires(Permissions.Read).ForMlflow().Takes<ModelBody>();
    }

    private async Task<IResult> HandleBody(Call call) => await Handle(call, (await call.Body(MlflowJson.Api.ModelBody)).Name);

    private async Task<IResult> Handle(Call call, string name)
    {
        var model = await reader.Model(call.Caller, call.Project, name, call.Cancellation);
        return Answer.Json(new ModelVersionPage(model.Latest is { } latest ? [ModelVersionAnswer.Of(latest)] : []), MlflowJson.Api.ModelVersionPage);
    }
}
