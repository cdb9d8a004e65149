using Quire.Core.Audit;

namespace Quire.AspNetCore.Store;

/// <summary>What a check of the store found.</summary>
/// <param name="Ok">Whether nothing is wrong.</param>
/// <param name="Problems">One sentence per damage.</param>
/// <param name="Checked">How much was read.</param>
internal sealed record VerifyAnswer(bool Ok, IReadOnlyList<string> Problems, VerifyCounts Checked)
{
    /// <summary>The report of Core.</summary>
    public static VerifyAnswer Of(StoreReport report) =>
        new(report.IsSound, report.Problems, new VerifyCounts(report.Objects, report.Versions, report.Leaves));
}
