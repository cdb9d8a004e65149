using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Errors;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Quire's own: a bearer's key or a browser's cookie, problem details (RFC 9457).</summary>
internal sealed class RestProtocol : Protocol
{
    /// <summary>The only one.</summary>
    public static readonly RestProtocol Instance = new();

    /// <inheritdoc/>
    public override bool TakesCookie => true;

    /// <inheritdoc/>
    public override ErrorAnswer Explain(HttpContext http, int status, QuireError error) =>
        new(status, "application/problem+json", ProblemDocument.Write(status, error));
}
