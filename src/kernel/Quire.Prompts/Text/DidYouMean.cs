namespace Quire.Prompts.Text;

/// <summary>Finds the known word that a misspelt one probably means.</summary>
public static class DidYouMean
{
    private const int MaxWord = 64;

    /// <summary>A hint such as <c>did you mean `description`?</c>, or null when no known word is near.</summary>
    public static string? Hint(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        return Nearest(word, known) is { } nearest ? $"did you mean `{nearest}`?" : null;
    }

    private static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > MaxWord)
            return null;
        var limit = Math.Max(1, word.Length / 3);
        var best = default(string);
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate, limit);
            if (distance > limit || (best is not null && distance == limit))
                continue;
            best = candidate;
            limit = distance;
        }

        return best;
    }

    // Optimal string alignment (Levenshtein 1966 with the neighbours' swap of Damerau 1964), three rows, ignoring case.
    private static int Distance(string left, string right, int limit)
    {
        if (right.Length > MaxWord || Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var before = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
