namespace Quire.AspNetCore.Mlflow;

/// <summary>A page of registered models.</summary>
/// <param name="RegisteredModels">The models.</param>
/// <param name="NextPageToken">Where the next page begins; absent at the end.</param>
internal sealed record ModelPage(IReadOnlyList<ModelAnswer> RegisteredModels, string? NextPageToken);
