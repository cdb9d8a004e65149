using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Caching;

namespace Quire.AspNetCore.Caching;

/// <summary>Clears the caches.</summary>
internal sealed class ClearCache(CacheService caches) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/cache", Handle)
        .Requires(Permissions.Manage)
        .Named("clearCache", "Forgets what the caches keep of the key's organisation, in the process that answers and in the second tier. No answer changes by it.")
        .Answers(StatusCodes.Status204NoContent);

    private async Task<IResult> Handle(Call call)
    {
        await caches.Clear(call.Caller, call.Cancellation);
        return Answer.Empty;
    }
}
