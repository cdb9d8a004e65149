namespace Quire.AspNetCore.Mlflow;

/// <summary>A model to register.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record NewModelBody(string Name, string? Description = null, IReadOnlyList<MlflowTag>? Tags = null);
