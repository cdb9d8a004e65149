using Quire.Core.Limits;

namespace Quire.Core.Mlflow;

/// <summary>What an MLflow client searches for.</summary>
/// <param name="Filter">The conditions.</param>
/// <param name="Order">The order; the first entry counts most.</param>
/// <param name="Limit">How many items at most, 1 to <see cref="QuireLimits.PageSize"/>.</param>
/// <param name="Token">Where the page begins, as the page before said; null for the first page.</param>
public sealed record MlflowSearch(MlflowFilter Filter, IReadOnlyList<MlflowOrder> Order, int Limit, string? Token)
{
    /// <summary>The attributes of models that filters compare as texts.</summary>
    public static IReadOnlyCollection<string> ModelTexts { get; } = ["name"];

    /// <summary>What models can be ordered by.</summary>
    public static IReadOnlyCollection<string> ModelOrders { get; } = ["name", "timestamp", "creation_timestamp", "last_updated_timestamp"];

    /// <summary>The attributes of versions that filters compare as texts.</summary>
    public static IReadOnlyCollection<string> VersionTexts { get; } = ["name"];

    /// <summary>The attributes of versions that filters compare as numbers.</summary>
    public static IReadOnlyCollection<string> VersionNumbers { get; } = ["version_number"];

    /// <summary>What versions can be ordered by.</summary>
    public static IReadOnlyCollection<string> VersionOrders { get; } = ["version_number", "name", "creation_timestamp", "last_updated_timestamp"];
}
