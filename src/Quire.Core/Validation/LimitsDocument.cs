namespace Quire.Core.Validation;

/// <summary>The limits of base prompts or of one layer, as they are written and stored.</summary>
public sealed record LimitsDocument
{
    /// <summary>The longest file, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most tokens, by estimate.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Phrases that must not occur.</summary>
    public IReadOnlyList<string>? ForbiddenPhrases { get; init; }

    /// <summary>Phrases that must occur.</summary>
    public IReadOnlyList<string>? RequiredPhrases { get; init; }

    /// <summary>The models that may be named; <c>gpt-4*</c> allows all that begin so.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>How much a broken rule matters: <c>error</c> (the default: it blocks), <c>warning</c> or <c>info</c>.</summary>
    public string? Severity { get; init; }
}
