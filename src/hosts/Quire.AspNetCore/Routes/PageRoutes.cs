using Microsoft.AspNetCore.Builder;

namespace Quire.AspNetCore.Routes;

/// <summary>Declares routes that answer in pages.</summary>
internal static class PageRoutes
{
    /// <summary>Takes <c>after</c> and <c>limit</c>.</summary>
    public static IEndpointConventionBuilder Pages(this IEndpointConventionBuilder route, string after) => route
        .Query("after", after)
        .Query("limit", "How many items at most, 1 to 1,000; 100 where it is absent.", "integer");
}
