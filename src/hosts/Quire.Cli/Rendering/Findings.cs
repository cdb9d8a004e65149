using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Rendering;

/// <summary>Makes errors of findings.</summary>
internal static class Findings
{
    /// <summary>A refusal that carries its findings.</summary>
    /// <param name="what">What is refused, a clause without a colon.</param>
    /// <param name="findings">The findings, at least one of them an error.</param>
    public static QuireException Refuse(string what, IReadOnlyList<Diagnostic> findings) => new(new QuireError
    {
        Kind = ErrorKind.Rejected,
        Code = "rejected",
        Message = $"{what}: {findings.First(finding => finding.Severity == Severity.Error).Message}",
        Diagnostics = findings,
    });
}
