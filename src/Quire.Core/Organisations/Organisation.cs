namespace Quire.Core.Organisations;

/// <summary>The border of isolation: nothing crosses it.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Name">The name in addresses.</param>
/// <param name="Sequence">The number of the last change; 0 before the first.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Organisation(long Id, string Name, long Sequence, DateTimeOffset CreatedAt);
