using System.Text;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Git;

/// <summary>What git itself speaks: the key comes as the password of Basic, and errors are read by people.</summary>
/// <param name="body">The most that a body may have.</param>
internal sealed class GitProtocol(Limit body) : Protocol
{
    /// <inheritdoc/>
    public override bool TakesBasic => true;

    /// <inheritdoc/>
    public override Limit Body => body;

    /// <inheritdoc/>
    public override string Challenge => "Basic realm=\"quire\", charset=\"UTF-8\"";

    /// <inheritdoc/>
    public override ErrorAnswer Explain(HttpContext http, int status, QuireError error)
    {
        // git shows people what is plain text, and nothing else.
        if (!http.Request.Headers.UserAgent.ToString().StartsWith("git/", StringComparison.Ordinal))
            return RestProtocol.Instance.Explain(http, status, error);
        var text = error.Hint is { } hint ? $"{error.Message}\n{hint}\n" : $"{error.Message}\n";
        return new ErrorAnswer(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
    }
}
