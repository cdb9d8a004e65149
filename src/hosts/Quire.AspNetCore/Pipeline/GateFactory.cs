using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Prompts;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Puts a gate before every route.</summary>
internal sealed class GateFactory(HostNames hosts, Authenticator keys, ReadyAnswers ready, SequenceGate sequences, ProblemWriter problems)
{
    private readonly GateServices _services = new(hosts, keys, ready, sequences, problems);

    /// <summary>Replaces the delegate of a route by its gate.</summary>
    /// <exception cref="InvalidOperationException">The route declares no permission.</exception>
    public void Close(EndpointBuilder endpoint) => endpoint.RequestDelegate = new Gate(_services, new RoutePlan((RouteEndpointBuilder)endpoint)).Invoke;
}
