using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Counters;

namespace Quire.AspNetCore.Counters;

/// <summary>Tells which prompts of a project were read most.</summary>
internal sealed class GetTopReads(ReadReports reads) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/reads", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getTopReads", "Tells which prompts of a project were read most.")
        .TakesDays()
        .Query("limit", "How many items at most, 1 to 1,000; 100 where it is absent.", "integer")
        .Answers<TopReadsAnswer>();

    private async Task<IResult> Handle(Call call)
    {
        var found = await reads.Top(call.Caller, call.Project, call.Day("from"), call.Day("to"), call.Limit(), call.Cancellation);
        return Answer.Json(new TopReadsAnswer([.. found.Select(item => new TopReadsEntry(item.Path, item.Count))]), QuireJson.Api.TopReadsAnswer);
    }
}
