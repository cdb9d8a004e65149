namespace Quire.AspNetCore.Mlflow;

/// <summary>The answer of calls that are about one model version.</summary>
/// <param name="ModelVersion">The version.</param>
internal sealed record ModelVersionEnvelope(ModelVersionAnswer ModelVersion);
