using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Searches the versions of a registered model.</summary>
internal sealed class SearchModelVersions(MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowGet("model-versions/search", Handle, "filter", "max_results", "page_token");

    private async Task<IResult> Handle(Call call)
    {
        var page = await reader.Versions(call.Caller, call.Project, call.VersionSearch(), call.Cancellation);
        return Answer.Json(new ModelVersionPage([.. page.Items.Select(ModelVersionAnswer.Of)], page.Next), MlflowJson.Api.ModelVersionPage);
    }
}
