namespace Quire.Prompts.Tokens;

/// <summary>How many tokens a text has.</summary>
/// <param name="Count">The number.</param>
/// <param name="Vocabulary">The vocabulary that it was counted with; null where it is an estimate.</param>
public readonly record struct TokenCount(long Count, string? Vocabulary)
{
    /// <summary>Whether a vocabulary counted it.</summary>
    public bool IsExact => Vocabulary is not null;

    /// <summary>How far off the number may be, as a fraction: 0 where it is exact, else <see cref="TokenEstimate.MeasuredError"/>.</summary>
    public double Error => IsExact ? 0 : TokenEstimate.MeasuredError;
}
