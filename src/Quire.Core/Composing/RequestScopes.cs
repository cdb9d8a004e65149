using Quire.Composition.Layers;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Names;

namespace Quire.Core.Composing;

/// <summary>Reads for whom a request composes.</summary>
internal static class RequestScopes
{
    /// <summary>The scopes that the request names.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>, <c>too_large</c>.</exception>
    public static LayerSelection Of(ComposeCall call)
    {
        QuireLimits.Features.Check(call.Features.Count, "The request");
        return new LayerSelection
        {
            Tenant = Read(call.Tenant),
            Features = [.. call.Features.Select(feature => Read(feature)!)],
            Agent = Read(call.Agent),
        };
    }

    private static ScopeName? Read(string? text)
    {
        if (text is null)
            return null;
        return ScopeName.TryParse(text, out var scope, out var problem) ? scope : throw problem.AsException();
    }
}
