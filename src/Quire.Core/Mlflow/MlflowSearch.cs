using Quire.Core.Limits;

namespace Quire.Core.Mlflow;

/// <summary>What an MLflow client searches for.</summary>
/// <param name="Filter">The conditions.</param>
/// <param name="Order">The order; the first entry counts most.</param>
/// <param name="Limit">How many items at most, 1 to <see cref="QuireLimits.PageSize"/>.</param>
/// <param name="Token">Where the page begins, as the page before said; null for the first page.</param>
public sealed record MlflowSearch(MlflowFilter Filter, IReadOnlyList<MlflowOrder> Order, int Limit, string? Token);
