namespace Quire.AspNetCore.Composing;

/// <summary>How many tokens a composed prompt has: its text, or its messages without what a model's own format puts around them.</summary>
internal sealed record ComposedTokensAnswer
{
    /// <summary>The number.</summary>
    public required long Count { get; init; }

    /// <summary><c>exact</c> where a vocabulary is configured for the prompt's model, else <c>estimated</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How far off the number may be, as a fraction of it: 0 where it is exact, else the measured error of the estimate (95 % of English prompts).</summary>
    public required double Error { get; init; }

    /// <summary>The vocabulary that counted; absent for an estimate.</summary>
    public string? Vocabulary { get; init; }
}
