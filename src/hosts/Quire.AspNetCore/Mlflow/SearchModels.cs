using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Searches registered models.</summary>
internal sealed class SearchModels(MlflowReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MlflowGet("registered-models/search", Handle, "filter", "max_results", "page_token");

    private async Task<IResult> Handle(Call call)
    {
        var page = await reader.Models(call.Caller, call.Project, call.ModelSearch(), call.Cancellation);
        return Answer.Json(new ModelPage([.. page.Items.Select(ModelAnswer.Of)], page.Next), MlflowJson.Api.ModelPage);
    }
}
