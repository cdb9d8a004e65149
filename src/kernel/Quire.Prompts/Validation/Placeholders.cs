using System.Buffers;

namespace Quire.Prompts.Validation;

/// <summary>Tells a value that stands for a secret from a secret.</summary>
internal static class Placeholders
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["example", "placeholder", "your", "dummy", "changeme", "change-me", "change_me", "redacted", "xxxx", "****", "....", "1234567890", "abcdef", "insert", "sample", "notreal", "not-real", "fake", "<", "{{", "${", "process.env", "os.environ"],
        StringComparison.OrdinalIgnoreCase);

    private const double MinEntropy = 2.5;

    public static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value.IndexOfAny(Words) >= 0 || value is "password" or "pass" or "secret" or "pwd" or "token" || (value.Length >= 16 && Entropy(value) < MinEntropy);

    /// <summary>Shannon's entropy of the characters, in bits per character.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var c in value)
            counts[c & 127]++;
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                entropy -= (double)count / value.Length * Math.Log2((double)count / value.Length);
        }

        return entropy;
    }
}
