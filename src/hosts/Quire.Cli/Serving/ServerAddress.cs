namespace Quire.Cli.Serving;

/// <summary>Chooses among the addresses that a server listens on.</summary>
internal static class ServerAddress
{
    /// <summary>One that this machine can reach, without a slash at its end.</summary>
    public static string Reachable(IEnumerable<string> addresses)
    {
        var first = addresses.First();
        return first.Replace("://0.0.0.0:", "://127.0.0.1:", StringComparison.Ordinal).Replace("://[::]:", "://127.0.0.1:", StringComparison.Ordinal).TrimEnd('/');
    }
}
