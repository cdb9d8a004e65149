namespace Quire.Core.Validation;

/// <summary>What an organisation asks of its prompts, as it is written and stored.</summary>
public sealed record RulesDocument
{
    /// <summary>The limits of base prompts, and of layers that have none of their own.</summary>
    public LimitsDocument? Default { get; init; }

    /// <summary>The limits of contributions, by layer: <c>system</c>, <c>tenant</c>, <c>feature</c>, <c>agent</c>.</summary>
    public IReadOnlyDictionary<string, LimitsDocument>? Layers { get; init; }

    /// <summary>Other severities for codes of QP5xxx: <c>error</c>, <c>warning</c>, <c>info</c>, or <c>off</c>.</summary>
    public IReadOnlyDictionary<string, string>? Severities { get; init; }
}
