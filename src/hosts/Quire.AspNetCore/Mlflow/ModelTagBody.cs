namespace Quire.AspNetCore.Mlflow;

/// <summary>A tag of a model or version to set or remove.</summary>
/// <param name="Name">The model.</param>
/// <param name="Key">The tag's key.</param>
/// <param name="Value">The value, where one is set.</param>
/// <param name="Version">The version, where the tag is one of a version.</param>
internal sealed record ModelTagBody(string Name, string Key, string? Value = null, string? Version = null);
