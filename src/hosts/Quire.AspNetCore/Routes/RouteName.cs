namespace Quire.AspNetCore.Routes;

/// <summary>A route's name in the OpenAPI document.</summary>
/// <param name="Id">The operation's id, stable: generated clients name methods after it.</param>
/// <param name="Summary">What it does, in one sentence.</param>
internal sealed record RouteName(string Id, string Summary);
