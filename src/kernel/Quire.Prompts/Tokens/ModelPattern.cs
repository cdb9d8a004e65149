namespace Quire.Prompts.Tokens;

/// <summary>Names of models with a star at their end.</summary>
public static class ModelPattern
{
    /// <summary>Whether a model is meant; case does not matter. <c>gpt-4*</c> means all that begin so, <c>*</c> alone every model, also none.</summary>
    /// <param name="model">The model; null where none is named.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool Matches(string? model, string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (model is null)
            return pattern == "*";
        return pattern.EndsWith('*')
            ? model.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
            : model.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
