using Quire.Core.Errors;

namespace Quire.Core.Mlflow;

/// <summary>One entry of an order, for example <c>version_number DESC</c>.</summary>
/// <param name="Key">What is compared.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record MlflowOrder(string Key, bool Descending)
{
    private const int MaxEntries = 5;

    /// <summary>Reads an order.</summary>
    /// <param name="entries">The entries as they came, each a key and perhaps <c>ASC</c> or <c>DESC</c>.</param>
    /// <param name="known">The keys that are possible.</param>
    /// <exception cref="QuireException"><c>invalid_filter</c>.</exception>
    public static IReadOnlyList<MlflowOrder> Read(IReadOnlyList<string> entries, IReadOnlyCollection<string> known) =>
        entries.Count <= MaxEntries ? [.. entries.Select(entry => Read(entry, known))] : throw Refuse($"more than {MaxEntries} entries", known);

    private static MlflowOrder Read(string entry, IReadOnlyCollection<string> known)
    {
        var words = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var direction = words.Length == 2 ? words[1].ToUpperInvariant() : "ASC";
        if (words.Length is < 1 or > 2 || direction is not ("ASC" or "DESC") || !known.Contains(words[0].Trim('`')))
            throw Refuse("an entry that is not known", known);
        return new MlflowOrder(words[0].Trim('`'), direction == "DESC");
    }

    private static QuireException Refuse(string reason, IEnumerable<string> known) =>
        new(ErrorKind.Invalid, "invalid_filter", $"The parameter 'order_by' has {reason}.", $"Entries are {string.Join(", ", known)}, each with ASC or DESC behind it or nothing.");
}
