using Microsoft.AspNetCore.Http;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Pipeline;

/// <summary>
/// How the clients of a family of routes speak: in what form they send their key, what they read errors in. A route that declares none speaks
/// Quire's own, <see cref="RestProtocol"/>.
/// </summary>
internal abstract class Protocol
{
    /// <summary>Whether the key may also come as the password of Basic.</summary>
    public virtual bool TakesBasic => false;

    /// <summary>Whether a signed-in browser's cookie stands for a key.</summary>
    public virtual bool TakesCookie => false;

    /// <summary>Whether parameters of the query that the route does not declare are let pass, as the other product's server does.</summary>
    public virtual bool IgnoresUnknownParameters => false;

    /// <summary>Whether the project is the caller's default one instead of one that the path names.</summary>
    public virtual bool MeansDefaultProject => false;

    /// <summary>The project that a request means without naming it in its path; null where the path names it.</summary>
    public virtual string? ImpliedProject(HttpContext http, Principal caller) => MeansDefaultProject ? caller.DefaultProject : null;

    /// <summary>The most that a body may have.</summary>
    public virtual Limit Body => QuireLimits.BodyBytes;

    /// <summary>What <c>WWW-Authenticate</c> says to a caller without a key that works.</summary>
    public virtual string Challenge => "Bearer realm=\"quire\"";

    /// <summary>A failure as these clients read it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status code of Quire's own interface.</param>
    /// <param name="error">What went wrong.</param>
    public abstract ErrorAnswer Explain(HttpContext http, int status, QuireError error);
}
