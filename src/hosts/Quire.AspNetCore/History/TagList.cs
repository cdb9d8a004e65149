namespace Quire.AspNetCore.History;

/// <summary>The tags of a project.</summary>
/// <param name="Items">By name.</param>
internal sealed record TagList(IReadOnlyList<TagAnswer> Items);
