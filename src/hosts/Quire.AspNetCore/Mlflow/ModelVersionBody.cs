namespace Quire.AspNetCore.Mlflow;

/// <summary>Which version, and what it shall say of itself.</summary>
/// <param name="Name">The model.</param>
/// <param name="Version">The number.</param>
/// <param name="Description">The description; absent where that stays.</param>
internal sealed record ModelVersionBody(string Name, string Version, string? Description = null);
