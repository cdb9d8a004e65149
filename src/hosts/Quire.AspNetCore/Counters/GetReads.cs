using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Counters;

namespace Quire.AspNetCore.Counters;

/// <summary>Tells how often a prompt was read.</summary>
internal sealed class GetReads(ReadReports reads) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/reads", Handle)
        .Requires(Permissions.Read)
        .Named("getReads", "Tells how often a prompt was read, by day, version, alias and key.")
        .TakesDays()
        .Answers<ReadsAnswer>()
        .Fails("prompt_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var report = await reads.Of(call.Caller, call.Project, call.Path.Value, call.Day("from"), call.Day("to"), call.Cancellation);
        return Answer.Json(ReadsAnswer.Of(report), QuireJson.Api.ReadsAnswer);
    }
}
