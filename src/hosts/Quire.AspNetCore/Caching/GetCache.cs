using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Caching;

namespace Quire.AspNetCore.Caching;

/// <summary>Shows the caches of the process that answers.</summary>
internal sealed class GetCache(CacheService caches) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/cache", Handle)
        .Requires(Permissions.Manage)
        .Named("getCache", "Shows hits, misses, evictions and sizes of the caches of the process that answers.")
        .Answers<CacheAnswer>();

    private Task<IResult> Handle(Call call) =>
        Task.FromResult(Answer.Json(CacheAnswer.Of(caches.Report(call.Caller)), QuireJson.Api.CacheAnswer));
}
