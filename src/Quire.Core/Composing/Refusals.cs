using Quire.Core.Errors;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>Refusals of the kernel as errors.</summary>
internal static class Refusals
{
    /// <summary>The error, told by the first finding that is one.</summary>
    public static QuireException Of(string code, string what, IReadOnlyList<Diagnostic> findings)
    {
        var first = findings.First(finding => finding.Severity == Severity.Error);
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Rejected,
            Code = code,
            Message = $"{what}: {first}",
            Hint = first.Hint,
            Diagnostics = findings,
        });
    }
}
