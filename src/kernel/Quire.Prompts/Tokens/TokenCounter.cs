namespace Quire.Prompts.Tokens;

/// <summary>Counts tokens: exactly for models whose vocabulary is known, by estimate for all others. Immutable and shareable.</summary>
/// <param name="vocabularies">Vocabularies by model; the first whose pattern fits counts. <c>gpt-4*</c> means every model that begins so, <c>*</c> every one, also none.</param>
public sealed class TokenCounter(IReadOnlyList<KeyValuePair<string, TokenVocabulary>> vocabularies)
{
    /// <summary>Knows no vocabulary.</summary>
    public static TokenCounter Estimating { get; } = new([]);

    /// <summary>Whether it knows no vocabulary at all, so that the model does not matter.</summary>
    public bool IsEstimating => vocabularies.Count == 0;

    /// <summary>Whether a count for that model is exact.</summary>
    /// <param name="model">The model; null where none is named.</param>
    public bool IsExact(string? model) => Find(model) is not null;

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="model">The model that reads it; null where none is named.</param>
    public TokenCount Count(string text, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(model) is { } vocabulary ? new(vocabulary.Count(text), vocabulary.Name) : new(TokenEstimate.Of(text), null);
    }

    /// <summary>The tokens of several texts together, without what a model's own format puts between them.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="model">The model that reads them; null where none is named.</param>
    public TokenCount Count(IEnumerable<string> texts, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vocabulary = Find(model);
        var count = 0L;
        foreach (var text in texts)
            count += vocabulary?.Count(text) ?? TokenEstimate.Of(text);
        return new(count, vocabulary?.Name);
    }

    private TokenVocabulary? Find(string? model)
    {
        for (var i = 0; i < vocabularies.Count; i++)
        {
            if (ModelPattern.Matches(model, vocabularies[i].Key))
                return vocabularies[i].Value;
        }

        return null;
    }
}
