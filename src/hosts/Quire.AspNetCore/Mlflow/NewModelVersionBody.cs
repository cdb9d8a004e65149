namespace Quire.AspNetCore.Mlflow;

/// <summary>A version to register. Where its files would come from is not read: a prompt comes in tags.</summary>
/// <param name="Name">The model.</param>
/// <param name="Description">The commit's message.</param>
/// <param name="Tags">Its tags, the text among them.</param>
internal sealed record NewModelVersionBody(string Name, string? Description = null, IReadOnlyList<MlflowTag>? Tags = null);
