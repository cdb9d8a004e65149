namespace Quire.AspNetCore.Mlflow;

/// <summary>An alias of a registered model.</summary>
/// <param name="Alias">Its name.</param>
/// <param name="Version">The version that carries it.</param>
internal sealed record MlflowAlias(string Alias, string Version);
