using Quire.Core.Outbound;

namespace Quire.Core.Imports.Remote;

/// <summary>A server to import from, and what opens it. It lives as long as the request that brought it: nothing of it is stored or logged.</summary>
/// <param name="Format"><see cref="ImportFormat.Langfuse"/> or <see cref="ImportFormat.Mlflow"/>.</param>
/// <param name="Url">The server's address, as <see cref="OutboundUrl.Parse"/> reads it; a path in front of its interface is kept.</param>
/// <param name="User">The user, or Langfuse's public key; null for none.</param>
/// <param name="Secret">The password, or Langfuse's secret key; without a user, a bearer's token; null for none.</param>
public sealed record RemoteRegistry(ImportFormat Format, Uri Url, string? User, string? Secret)
{
    /// <summary>Its address without anything that is secret.</summary>
    public override string ToString() => $"{ImportFormats.NameOf(Format)} at {Url.Host}";
}
