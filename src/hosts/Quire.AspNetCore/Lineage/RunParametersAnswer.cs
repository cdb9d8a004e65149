namespace Quire.AspNetCore.Lineage;

/// <summary>The parameters of an MLflow run, in the form of its <c>runs/log-batch</c>.</summary>
/// <param name="Params">The parameters, by name.</param>
internal sealed record RunParametersAnswer(IReadOnlyList<RunParameterAnswer> Params);
