namespace Quire.AspNetCore.Lineage;

/// <summary>A parameter as MLflow takes it.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">The value.</param>
internal sealed record RunParameterAnswer(string Key, string Value);
