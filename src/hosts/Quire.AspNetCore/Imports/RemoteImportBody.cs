using Quire.Core.Errors;
using Quire.Core.Imports;
using Quire.Core.Imports.Remote;
using Quire.Core.Outbound;

namespace Quire.AspNetCore.Imports;

/// <summary>A server to import from.</summary>
internal sealed record RemoteImportBody
{
    /// <summary><c>langfuse</c> or <c>mlflow</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The server's address, for example <c>https://cloud.langfuse.com</c>.</summary>
    public required string Url { get; init; }

    /// <summary>The user, or Langfuse's public key; absent for none.</summary>
    public string? User { get; init; }

    /// <summary>The password, or Langfuse's secret key; without a user a bearer's token; absent for none.</summary>
    public string? Secret { get; init; }

    /// <summary>The server as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_import</c>, <c>invalid_url</c>.</exception>
    public RemoteRegistry ToRegistry() => new(ImportFormats.Parse(Format), OutboundUrl.Parse(Url), User, Secret);

    /// <summary>Nothing of it: it holds a secret.</summary>
    public override string ToString() => nameof(RemoteImportBody);
}
