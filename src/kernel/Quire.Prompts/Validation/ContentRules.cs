using Quire.Prompts.Tokens;

namespace Quire.Prompts.Validation;

/// <summary>What an organisation wants of its prompts. Every member left out asks for nothing.</summary>
public sealed record ContentRules
{
    /// <summary>Counts for the ceiling of tokens. Default: by estimate.</summary>
    public TokenCounter Tokens { get; init; } = TokenCounter.Estimating;

    /// <summary>For base prompts and for layers that have no rules of their own.</summary>
    public ContentLimits Default { get; init; } = new();

    /// <summary>For the contributions of a layer, instead of <see cref="Default"/>.</summary>
    public IReadOnlyDictionary<LayerKind, ContentLimits> Layers { get; init; } = new Dictionary<LayerKind, ContentLimits>();

    /// <summary>The limits for a file of a layer; null for a base prompt.</summary>
    public ContentLimits For(LayerKind? layer) => layer is { } kind && Layers.TryGetValue(kind, out var limits) ? limits : Default;
}
