using Quire.Templating.Diagnostics;

namespace Quire.AspNetCore.Errors;

/// <summary>Severities as words.</summary>
internal static class SeverityNames
{
    /// <summary>The word of a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
