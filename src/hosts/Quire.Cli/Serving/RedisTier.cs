using Quire.AspNetCore;
using Quire.Cli.Terminal;
using Quire.Core.Caching;
using Quire.Redis;

namespace Quire.Cli.Serving;

/// <summary>The Redis that a server's caches use, and the secret that seals what goes there. Neither password nor secret is ever printed.</summary>
/// <param name="cli">Where files and the environment are.</param>
/// <param name="settings">What was asked for.</param>
internal sealed class RedisTier(CliContext cli, ServeSettings settings)
{
    /// <summary>The variable with the URL, for those who keep passwords out of lists of processes.</summary>
    public const string UrlVariable = "QUIRE_REDIS";

    /// <summary>The variable with the secret.</summary>
    public const string SecretVariable = "QUIRE_REDIS_SECRET";

    /// <summary>The file of the data folder that a server makes where no secret was given.</summary>
    public const string SecretFile = "redis.secret";

    private static readonly KeptSecret Place = new(SecretVariable, SecretFile);

    /// <summary>Where Redis is; null where none was named. Read before anything is opened, so that a wrong call changes nothing.</summary>
    public RedisOptions? Options { get; } = Parse(settings.Redis ?? cli.Setting(UrlVariable));

    /// <summary>Prepares the tier; null where none was named. Redis need not answer: nothing depends on it.</summary>
    /// <param name="folder">The data folder, held by this process; null where a database is used.</param>
    public (RedisSecondTier Cache, SecondTier Tier)? Open(string? folder)
    {
        if (Options is null)
            return null;
        var seal = new SecondTierSeal(Secret(folder));
        var cache = new RedisSecondTier(Options, cli.Clock);
        return (cache, new SecondTier(cache, seal));
    }

    private static RedisOptions? Parse(string? url)
    {
        try
        {
            return url is null ? null : RedisOptions.Parse(url);
        }
        catch (FormatException error)
        {
            throw CliErrors.WrongCall(error.Message, $"Write --redis redis://host:6379/0, or set {UrlVariable}.");
        }
    }

    private byte[] Secret(string? folder) => Place.Read(cli, settings.RedisSecretFile, folder)
        ?? throw CliErrors.WrongCall("Nodes of one database share a secret for what they keep in Redis, and none was given.", $"Write a random text into a file for all nodes, and name it with --redis-secret-file (or set {SecretVariable}).");
}
