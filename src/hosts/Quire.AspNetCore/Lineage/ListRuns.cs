using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Lists runs.</summary>
internal sealed class ListRuns(RunReader runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/runs", Handle)
        .Requires(Permissions.Read)
        .Named("listRuns", "Lists the runs all of whose prompts exist for the key, newest first.")
        .Query("kind", "Only evaluation, experiment or deployment.")
        .Query("finished", "Only finished runs (true) or unfinished ones (false).", "boolean")
        .Pages("The id of the run after which the page begins: next of the page before.")
        .Answers<RunList>()
        .Fails("invalid_run", "invalid_cursor");

    private async Task<IResult> Handle(Call call)
    {
        var kind = call.Query("kind") is { } word ? RunKinds.Parse(word) : (RunKind?)null;
        var page = await runs.List(call.Caller, new RunFilter(kind, call.QueryFlag("finished")), call.Query("after"), call.Limit(), call.Cancellation);
        return Answer.Json(RunList.Of(page), QuireJson.Api.RunList);
    }
}
