namespace Quire.AspNetCore.Mlflow;

/// <summary>A tag.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
internal sealed record MlflowTag(string Key, string? Value)
{
    /// <summary>Tags in the order of their keys.</summary>
    public static IReadOnlyList<MlflowTag>? All(IReadOnlyDictionary<string, string> tags) => tags.Count == 0 ? null : [.. tags.Select(tag => new MlflowTag(tag.Key, tag.Value))];

    /// <summary>Tags by key; of two with one key the last one counts.</summary>
    public static IReadOnlyDictionary<string, string> ByKey(IReadOnlyList<MlflowTag>? tags)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
            found[tag.Key] = tag.Value ?? "";
        return found;
    }
}
