using Npgsql;
using Quire.Core.Errors;

namespace Quire.Storage.Postgres;

/// <summary>The two ways to write where a PostgreSQL database is: a URL, and the driver's own keywords.</summary>
internal static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres", "postgresql"];

    /// <summary>The connection string that a text means; null where it means no PostgreSQL database.</summary>
    /// <exception cref="QuireException"><see cref="StoreCodes.BadLocation"/>: it means one, but cannot be read. The text is not repeated: it may hold a password.</exception>
    public static string? TryParse(string text)
    {
        try
        {
            if (Schemes.Any(scheme => text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase)))
                return FromUrl(new Uri(text));
            return IsKeywords(text) ? new NpgsqlConnectionStringBuilder(text).ConnectionString : null;
        }
        catch (Exception error) when (error is UriFormatException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new QuireException(ErrorKind.Invalid, StoreCodes.BadLocation, "The address of the PostgreSQL database cannot be read.",
                "Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, or Host=…;Username=…;Password=…;Database=….");
        }
    }

    private static bool IsKeywords(string text) =>
        text.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase));

    private static string FromUrl(Uri url)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        if (url.Host.Length > 0)
            builder.Host = Uri.UnescapeDataString(url.Host);
        if (url.Port > 0)
            builder.Port = url.Port;
        if (url.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(url.AbsolutePath[1..]);
        AddUser(builder, url.UserInfo);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            builder[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
        }
        return builder.ConnectionString;
    }

    private static void AddUser(NpgsqlConnectionStringBuilder builder, string userInfo)
    {
        var parts = userInfo.Split(':', 2);
        if (parts[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(parts[0]);
        if (parts.Length > 1)
            builder.Password = Uri.UnescapeDataString(parts[1]);
    }
}
