using System.Text;

namespace Quire.Storage.Sessions;

/// <summary>
/// The names that begin with a prefix and come after a cursor, as one range of an index in the order of UTF-8 bytes. No wildcard is involved, so
/// no character of the prefix means anything but itself.
/// </summary>
internal sealed class NameRange
{
    private NameRange(string lower, bool inclusive, string? upper)
    {
        Lower = lower;
        Inclusive = inclusive;
        Upper = upper;
    }

    /// <summary>The lower end.</summary>
    public string Lower { get; }

    /// <summary>Whether the lower end itself belongs to the range.</summary>
    public bool Inclusive { get; }

    /// <summary>The upper end, which does not belong to the range; null where there is none.</summary>
    public string? Upper { get; }

    /// <summary>The range of names with that prefix after that cursor.</summary>
    public static NameRange Of(string prefix, string? after) => after is not null && Compare(prefix, after) <= 0
        ? new NameRange(after, false, After(prefix))
        : new NameRange(prefix, true, After(prefix));

    /// <summary>The condition on a column, with the parameters <c>@lower</c> and <c>@upper</c>.</summary>
    public string Condition(string column) =>
        $"{column} {(Inclusive ? ">=" : ">")} @lower{(Upper is null ? "" : $" AND {column} < @upper")}";

    private static int Compare(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    // The smallest text that is greater than every text with the prefix: the last character that has a successor, raised by one.
    private static string? After(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        for (var last = runes.Count - 1; last >= 0; last--)
        {
            if (Next(runes[last]) is not { } raised)
                continue;
            return string.Concat(runes.Take(last).Append(raised).Select(rune => rune.ToString()));
        }
        return null;
    }

    private static Rune? Next(Rune rune) => rune.Value switch
    {
        0x10FFFF => null,
        0xD7FF => new Rune(0xE000),
        var value => new Rune(value + 1),
    };
}
