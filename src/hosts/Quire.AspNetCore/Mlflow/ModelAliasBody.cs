namespace Quire.AspNetCore.Mlflow;

/// <summary>An alias to set or remove.</summary>
/// <param name="Name">The model.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Version">The version, where one is set.</param>
internal sealed record ModelAliasBody(string Name, string Alias, string? Version = null);
