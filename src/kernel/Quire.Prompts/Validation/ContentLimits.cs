using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>The content rules for base prompts or for one layer.</summary>
public sealed record ContentLimits
{
    /// <summary>The longest text of a prompt's templates together, in characters; null for none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most tokens, by <see cref="Tokens.TokenCounter"/>; null for none.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Phrases that must not occur; compared ignoring case, as whole words.</summary>
    public IReadOnlyList<string> ForbiddenPhrases { get; init; } = [];

    /// <summary>Phrases that must occur; compared ignoring case, as whole words.</summary>
    public IReadOnlyList<string> RequiredPhrases { get; init; } = [];

    /// <summary>The models that may be named; <c>gpt-4*</c> allows all that begin so. Null allows every model.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>How much a broken rule matters. Default: it blocks.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}
