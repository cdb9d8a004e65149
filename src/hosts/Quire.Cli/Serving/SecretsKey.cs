using Quire.Cli.Terminal;
using Quire.Core.Sealing;

namespace Quire.Cli.Serving;

/// <summary>The key that seals secrets in the database, such as those that sign webhooks. Without its file, a copy of the database opens none of them.</summary>
internal static class SecretsKey
{
    /// <summary>The variable with the key.</summary>
    public const string Variable = "QUIRE_SECRETS_KEY";

    /// <summary>The file of the data folder.</summary>
    public const string FileName = "secrets.key";

    private static readonly KeptSecret Place = new(Variable, FileName);

    /// <summary>The seal; one without a key where none was given and there is no folder to keep one in.</summary>
    /// <param name="cli">Where files and the environment are.</param>
    /// <param name="named">The file that was named; null for none.</param>
    /// <param name="folder">The data folder, held by this process; null where a database is used.</param>
    public static SecretSeal Seal(CliContext cli, string? named, string? folder) => Place.Read(cli, named, folder) is { } secret ? new SecretSeal(secret) : SecretSeal.Missing;
}
