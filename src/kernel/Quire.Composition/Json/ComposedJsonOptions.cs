using Quire.Prompts.Tokens;

namespace Quire.Composition.Json;

/// <summary>What the JSON form of a composed prompt carries beside its content.</summary>
public sealed record ComposedJsonOptions
{
    /// <summary>Everything that the result has.</summary>
    public static ComposedJsonOptions Default { get; } = new();

    /// <summary>Whether spans are written. Default: true.</summary>
    public bool Provenance { get; init; } = true;

    /// <summary>How many tokens the result has; null leaves them out.</summary>
    public TokenCount? Tokens { get; init; }

    /// <summary>Whether the values of variables are written. Default: true.</summary>
    public bool VariableValues { get; init; } = true;
}
