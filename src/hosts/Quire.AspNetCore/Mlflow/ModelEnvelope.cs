namespace Quire.AspNetCore.Mlflow;

/// <summary>The answer of calls that are about one registered model.</summary>
/// <param name="RegisteredModel">The model.</param>
internal sealed record ModelEnvelope(ModelAnswer RegisteredModel);
