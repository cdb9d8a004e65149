namespace Quire.Core.Mlflow;

/// <summary>A page of what was found.</summary>
/// <typeparam name="T">Models or versions.</typeparam>
/// <param name="Items">The items, in order.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record MlflowPage<T>(IReadOnlyList<T> Items, string? Next);
