namespace Quire.AspNetCore.Projects;

/// <summary>The projects that a key reaches.</summary>
/// <param name="Items">By name.</param>
internal sealed record ProjectList(IReadOnlyList<ProjectAnswer> Items);
