namespace Quire.AspNetCore.History;

/// <summary>A branch's new name.</summary>
internal sealed record RenameBranchBody
{
    /// <summary>The name.</summary>
    public required string To { get; init; }
}
