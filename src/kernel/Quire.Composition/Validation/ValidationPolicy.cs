using Quire.Prompts.Validation;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Validation;

/// <summary>What an organisation asks of its prompts.</summary>
public sealed record ValidationPolicy
{
    /// <summary>Secrets and broken rules block; personal data warns; signs of injection are told.</summary>
    public static ValidationPolicy Default { get; } = new();

    /// <summary>Lengths, phrases, models, tokens.</summary>
    public ContentRules Content { get; init; } = new();

    /// <summary>Another severity for a code of QP5xxx; null leaves its findings out. Errors of syntax and locks cannot be lowered.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>();
}
