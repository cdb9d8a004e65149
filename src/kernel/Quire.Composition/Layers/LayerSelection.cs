using Quire.Prompts;
using Quire.Prompts.Names;

namespace Quire.Composition.Layers;

/// <summary>For whom a request composes: the scopes it names per layer.</summary>
public sealed record LayerSelection
{
    /// <summary>No scope is named: only unscoped contributions take part.</summary>
    public static LayerSelection None { get; } = new();

    /// <summary>The scopes of the system layer, usually none.</summary>
    public IReadOnlyList<ScopeName> Systems { get; init; } = [];

    /// <summary>The tenant; null for none.</summary>
    public ScopeName? Tenant { get; init; }

    /// <summary>The features, in the order in which their contributions stand.</summary>
    public IReadOnlyList<ScopeName> Features { get; init; } = [];

    /// <summary>The agent; null for none.</summary>
    public ScopeName? Agent { get; init; }

    /// <summary>The scopes named for a layer, in request order.</summary>
    public IReadOnlyList<ScopeName> ScopesOf(LayerKind layer) => layer switch
    {
        LayerKind.System => Systems,
        LayerKind.Tenant => Tenant is null ? [] : [Tenant],
        LayerKind.Feature => Features,
        LayerKind.Agent => Agent is null ? [] : [Agent],
        _ => [],
    };
}
