namespace Quire.Templating.Execution;

/// <summary>"Did you mean": the known name nearest to an unknown one.</summary>
internal static class Suggestions
{
    private const int LongestName = 40;

    public static string? Hint(string name, IEnumerable<string> known)
    {
        var best = Nearest(name, known);
        return best is null ? null : $"did you mean `{best}`?";
    }

    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName) return null;
        var limit = Math.Max(1, name.Length / 3);
        string? best = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > limit) continue;
            var distance = Distance(name, candidate);
            if (distance > limit || (best is not null && distance == limit)) continue;
            best = candidate;
            limit = distance;
            if (distance == 0) break;
        }
        return best;
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours (Damerau–Levenshtein, restricted).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, table[i - 2, j - 2] + 1);
                table[i, j] = cost;
            }
        }
        return table[a.Length, b.Length];
    }
}
