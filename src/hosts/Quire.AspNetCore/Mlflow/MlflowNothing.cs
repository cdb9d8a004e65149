namespace Quire.AspNetCore.Mlflow;

/// <summary>The answer of calls that have nothing to say: an empty object.</summary>
internal sealed record MlflowNothing;
