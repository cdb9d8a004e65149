using System.Globalization;

namespace Quire.Redis;

/// <summary>Where Redis is, and how much of it is used.</summary>
public sealed record RedisOptions
{
    private const int DefaultPort = 6379;
    private const int MaxPrefix = 64;

    /// <summary>The host.</summary>
    public required string Host { get; init; }

    /// <summary>The port, from 1 to 65535. The default is 6379.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The user; null for the default one.</summary>
    public string? User { get; init; }

    /// <summary>The password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>The number of the database, from 0.</summary>
    public int Database { get; init; }

    /// <summary>Whether the connection is encrypted, and the server's certificate checked for <see cref="Host"/>.</summary>
    public bool UseTls { get; init; }

    /// <summary>What every key and channel begins with: 1 to 64 of <c>a-z 0-9 - _ :</c>. Installations that share a Redis choose different ones. The default is <c>quire</c>.</summary>
    public string Prefix { get; init; } = "quire";

    /// <summary>How long entries are kept, from 1 s. The default is one day.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long connecting, and the answer to a write, may take. The default is 1 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Reads <c>redis://[[user]:password@]host[:port][/database]</c>, or <c>rediss://…</c> for an encrypted connection.</summary>
    /// <exception cref="FormatException">It is no such URL; the message says why, without the password.</exception>
    public static RedisOptions Parse(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0)
            throw new FormatException("A Redis URL looks like redis://host:6379 or rediss://user:password@host:6380/0.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw new FormatException("A Redis URL has no query and no fragment.");
        var path = uri.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database))
            throw new FormatException($"'{path}' is no number of a Redis database.");
        var colon = uri.UserInfo.IndexOf(':', StringComparison.Ordinal);
        return new RedisOptions
        {
            Host = uri.IdnHost,
            Port = uri.IsDefaultPort || uri.Port < 0 ? DefaultPort : uri.Port,
            User = colon > 0 ? Uri.UnescapeDataString(uri.UserInfo[..colon]) : null,
            Password = uri.UserInfo.Length > 0 ? Uri.UnescapeDataString(uri.UserInfo[(colon + 1)..]) : null,
            Database = database,
            UseTls = uri.Scheme == "rediss",
        };
    }

    /// <summary>Host and port: what may be shown.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    internal void Validate()
    {
        if (Prefix.Length is 0 or > MaxPrefix || !Prefix.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or ':'))
            throw new ArgumentException($"The prefix '{Prefix}' is wrong. Choose 1 to {MaxPrefix} of a-z 0-9 - _ :.");
        if (Lifetime < TimeSpan.FromSeconds(1))
            throw new ArgumentException($"The lifetime {Lifetime} is too short. Choose at least one second.");
        if (Patience <= TimeSpan.Zero)
            throw new ArgumentException($"The patience {Patience} is too short.");
    }
}
