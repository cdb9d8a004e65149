using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Collecting;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Store;

/// <summary>Sweeps what nothing refers to, and stores the rest smaller.</summary>
internal sealed class CollectGarbage(Collector collector) : IRoute
{
    private const long LongestKeep = 10L * 365 * 24 * 3600;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/gc", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("collectGarbage", "Removes objects that nothing refers to and that are old enough, stores older versions as deltas, and gives free room back to the disk.")
        .Takes<CollectBody>()
        .Answers<CollectReport>()
        .Fails("invalid_keep", "gc_running", "gc_interrupted");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.CollectBody);
        if (body.KeepSeconds is < 0 or > LongestKeep)
            throw new QuireException(ErrorKind.Invalid, "invalid_keep", $"'keepSeconds' is {body.KeepSeconds}; it is 0 to {LongestKeep}.");
        var request = new CollectRequest { DryRun = body.DryRun, Keep = body.KeepSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : CollectRequest.DefaultKeep };
        return Answer.Json(await collector.Collect(call.Caller, request, call.Cancellation), QuireJson.Api.CollectReport);
    }
}
