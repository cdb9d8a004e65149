using Quire.Core.Diffing;

namespace Quire.AspNetCore.Diffing;

/// <summary>What differs.</summary>
/// <param name="From">The commit before; forty zeros for none.</param>
/// <param name="To">The commit after.</param>
/// <param name="Files">The files that differ, by path.</param>
/// <param name="Truncated">Whether there are more files than are shown.</param>
internal sealed record DiffAnswer(string From, string To, IReadOnlyList<FileDifference> Files, bool Truncated)
{
    /// <summary>What Core says.</summary>
    public static DiffAnswer Of(DiffReport report) => new(report.From.ToString(), report.To.ToString(), report.Files, report.Truncated);
}
