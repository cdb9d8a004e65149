namespace Quire.AspNetCore.History;

/// <summary>The branches of a project.</summary>
/// <param name="Items">By name.</param>
internal sealed record BranchList(IReadOnlyList<BranchAnswer> Items);
