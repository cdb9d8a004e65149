using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Errors;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Quire's own: a bearer's key or a browser's cookie, problem details (RFC 9457).</summary>
internal sealed class RestProtocol : Protocol
{
    /// <summary>The only one.</summary>
    public static readonly RestProtocol Instance = new();

    private readonly Limit _body;

    /// <summary>Quire's own, for routes that take bodies of another size.</summary>
    /// <param name="body">The most that a body may have.</param>
    public RestProtocol(Limit? body = null) => _body = body ?? QuireLimits.BodyBytes;

    /// <inheritdoc/>
    public override Limit Body => _body;

    /// <inheritdoc/>
    public override bool TakesCookie => true;

    /// <inheritdoc/>
    public override ErrorAnswer Explain(HttpContext http, int status, QuireError error) =>
        new(status, "application/problem+json", ProblemDocument.Write(status, error));
}
