using System.Globalization;

namespace Quire.Cli.Commands.Collect;

/// <summary>A length of time as people type it.</summary>
internal static class KeepTime
{
    /// <summary>The seconds of a number with w, d, h or m behind it; null for anything else.</summary>
    public static long? Seconds(string text)
    {
        if (text.Length is < 2 or > 7 || !long.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text[^1] switch
        {
            'w' => number * 7 * 24 * 3600,
            'd' => number * 24 * 3600,
            'h' => number * 3600,
            'm' => number * 60,
            _ => null,
        };
    }
}
