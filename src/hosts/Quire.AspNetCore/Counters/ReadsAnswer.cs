using Quire.Core.Counters;

namespace Quire.AspNetCore.Counters;

/// <summary>How often a prompt was read. The last ten seconds are not in it yet.</summary>
internal sealed record ReadsAnswer
{
    /// <summary>The first day, in UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, in UTC.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How often it was read in all.</summary>
    public required long Total { get; init; }

    /// <summary>By day, newest first, then version, alias and key.</summary>
    public required IReadOnlyList<ReadsEntry> Items { get; init; }

    /// <summary>Whether there are more items than a page has; ask for fewer days.</summary>
    public required bool Truncated { get; init; }

    /// <summary>What Core says.</summary>
    public static ReadsAnswer Of(ReadReport report) => new()
    {
        From = report.From,
        To = report.To,
        Total = report.Total,
        Items = [.. report.Items.Select(item => new ReadsEntry(item.Day, item.Key.Number, item.Key.Alias.Length == 0 ? null : item.Key.Alias, item.Key.Key, item.Count))],
        Truncated = !report.IsWhole,
    };
}
