using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>Makes one error of findings.</summary>
internal static class Rejection
{
    /// <summary>The refusal of contents, led by the first error.</summary>
    public static QuireException Of(string what, IReadOnlyList<Diagnostic> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var more = errors.Count > 1 ? $" (and {errors.Count - 1} more)" : "";
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Rejected,
            Code = "rejected",
            Message = $"{what}: {errors[0]}{more}",
            Hint = errors[0].Hint,
            Diagnostics = findings,
        });
    }
}
