using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Git;

/// <summary>What the person who pushes reads.</summary>
internal static class Remarks
{
    private const int MaxFindings = 50;

    /// <summary>What a push did.</summary>
    public static IReadOnlyList<string> Of(Applied applied)
    {
        var lines = new List<string>();
        if (applied.Issued.Count > 0)
            lines.Add($"{applied.Issued.Count} new version{(applied.Issued.Count == 1 ? "" : "s")}, change {applied.Sequence}");
        lines.AddRange(Findings(applied.Warnings));
        return lines;
    }

    /// <summary>Why a push was refused: every finding with file, line and hint.</summary>
    public static IReadOnlyList<string> Of(QuireError error)
    {
        if (error.Diagnostics.Count == 0)
            return error.Hint is null ? [error.Message] : [error.Message, $"hint: {error.Hint}"];
        return [.. Findings(error.Diagnostics)];
    }

    /// <summary>The refusal of one ref, short and on one line.</summary>
    public static string Short(QuireError error) => error.Code switch
    {
        "stale_head" => "stale: somebody else moved it; fetch first",
        "not_fast_forward" => "non-fast-forward: forcing takes the permission manage",
        "rejected" when error.Diagnostics.Count > 0 => "the contents are refused",
        _ => error.Message.ReplaceLineEndings(" "),
    };

    private static IEnumerable<string> Findings(IReadOnlyList<Diagnostic> findings)
    {
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity == Severity.Error).Take(MaxFindings))
            yield return finding.ToString().ReplaceLineEndings(" ");
        if (findings.Count > MaxFindings)
            yield return $"and {findings.Count - MaxFindings} more";
    }
}
