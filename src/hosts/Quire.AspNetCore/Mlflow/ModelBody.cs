namespace Quire.AspNetCore.Mlflow;

/// <summary>Which model, and what it shall say of itself.</summary>
/// <param name="Name">The model.</param>
/// <param name="Description">What it is for; absent where that stays.</param>
internal sealed record ModelBody(string Name, string? Description = null);
