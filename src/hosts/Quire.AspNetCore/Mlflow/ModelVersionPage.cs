namespace Quire.AspNetCore.Mlflow;

/// <summary>A page of model versions.</summary>
/// <param name="ModelVersions">The versions.</param>
/// <param name="NextPageToken">Where the next page begins; absent at the end.</param>
internal sealed record ModelVersionPage(IReadOnlyList<ModelVersionAnswer> ModelVersions, string? NextPageToken = null);
