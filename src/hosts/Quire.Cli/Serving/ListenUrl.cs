using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Quire.Cli.Terminal;

namespace Quire.Cli.Serving;

/// <summary>An address to listen on.</summary>
/// <param name="Host">An IP address, <c>localhost</c>, or <c>*</c> for all.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
internal sealed record ListenUrl(string Host, int Port)
{
    /// <summary>Where a server listens when nothing else is said: this machine only.</summary>
    public const string Default = "http://127.0.0.1:7440";

    private const int DefaultPort = 7440;
    private const int DemoPorts = 100;

    /// <summary>Reads addresses separated by <c>;</c>.</summary>
    public static IReadOnlyList<ListenUrl> ParseAll(string text)
    {
        var urls = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        return urls.Count > 0 ? urls : throw CliErrors.WrongCall("--urls names no address.", $"Write --urls {Default}");
    }

    /// <summary>The default address, then those after it, for whoever does not mind which one it is.</summary>
    public static IEnumerable<ListenUrl> Candidates { get; } = [.. Enumerable.Range(DefaultPort, DemoPorts).Append(0).Select(port => new ListenUrl("127.0.0.1", port))];

    /// <summary>Tells the server.</summary>
    public void Apply(KestrelServerOptions kestrel)
    {
        if (Host == "*")
            kestrel.ListenAnyIP(Port);
        else if (Host == "localhost" && Port != 0)
            kestrel.ListenLocalhost(Port);
        else
            kestrel.Listen(Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Host), Port);
    }

    private static ListenUrl Parse(string text)
    {
        // '*' and '+' are no host names of a URI.
        var readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(readable, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
            throw CliErrors.WrongCall($"'{text}' is no address to listen on.", $"Write --urls {Default}");
        if (url.Scheme == "https")
            throw CliErrors.WrongCall("The server speaks HTTP only.", "Listen on a loopback address, and let a reverse proxy speak HTTPS.");
        var host = url.Host.Trim('[', ']');
        if (host is "0.0.0.0" or "::")
            return new ListenUrl("*", url.Port);
        return host == "localhost" || IPAddress.TryParse(host, out _)
            ? new ListenUrl(host, url.Port)
            : throw CliErrors.WrongCall($"'{host}' is no address of this machine.", "Listen on an IP address, localhost or *, and name the host in QUIRE_ALLOWED_HOSTS.");
    }

    /// <summary>The address as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"http://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
