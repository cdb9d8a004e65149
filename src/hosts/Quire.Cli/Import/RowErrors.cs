using Quire.Core.Errors;

namespace Quire.Cli.Import;

/// <summary>Makes the errors of rows.</summary>
internal static class RowErrors
{
    /// <summary>A row that cannot become a prompt.</summary>
    public static QuireException Refuse(string origin, string reason, string? hint = null) =>
        new(ErrorKind.Rejected, "row_refused", $"{origin}: {reason}", hint);
}
