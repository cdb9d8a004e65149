using Microsoft.AspNetCore.Routing;

namespace Quire.AspNetCore.Routes;

/// <summary>One route: where it is, who may use it, what it answers. Made once, so it holds what it needs.</summary>
internal interface IRoute
{
    /// <summary>Adds the route.</summary>
    void Map(IEndpointRouteBuilder routes);
}
