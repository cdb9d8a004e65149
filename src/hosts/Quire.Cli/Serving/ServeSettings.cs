namespace Quire.Cli.Serving;

/// <summary>What <c>quire serve</c> was asked for.</summary>
/// <param name="Demo">Whether an empty project gets the demonstration.</param>
/// <param name="Data">The data folder as it was named.</param>
/// <param name="Database">The connection string of a database.</param>
/// <param name="Urls">Where to listen.</param>
/// <param name="Redis">The URL of a Redis, perhaps with its password; null asks the environment.</param>
/// <param name="RedisSecretFile">The file of the secret that seals what goes there; null asks the environment, then the data folder.</param>
/// <param name="Vocabularies">The file that names vocabularies; null asks the environment, then the data folder.</param>
/// <param name="AllowOutbound">The hosts beside the public internet that requests may leave to; empty asks the environment.</param>
internal sealed record ServeSettings(bool Demo, string? Data, string? Database, string? Urls, string? Redis, string? RedisSecretFile, string? Vocabularies, IReadOnlyList<string> AllowOutbound);
