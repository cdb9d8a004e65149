using Quire.Core.Errors;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Pipeline;

/// <summary>A refusal that only HTTP has a status for: a wrong media type, host or method.</summary>
/// <param name="status">The status code.</param>
/// <param name="code">The stable code.</param>
/// <param name="message">One sentence that names the thing and the reason.</param>
/// <param name="hint">The way out.</param>
/// <param name="merge">The caller's text merged with what is there.</param>
internal sealed class RequestRefusedException(int status, string code, string message, string? hint = null, IReadOnlyList<MergedFile>? merge = null) : Exception(message)
{
    /// <summary>The status code.</summary>
    public int Status { get; } = status;

    /// <summary>What the caller is told.</summary>
    public QuireError Error { get; } = new() { Kind = ErrorKind.Invalid, Code = code, Message = message, Hint = hint, Merge = merge ?? [] };
}
