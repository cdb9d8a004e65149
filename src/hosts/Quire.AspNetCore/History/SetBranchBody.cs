namespace Quire.AspNetCore.History;

/// <summary>Where a branch shall stand.</summary>
internal sealed record SetBranchBody
{
    /// <summary>The commit, as a whole id.</summary>
    public required string Head { get; init; }

    /// <summary>The head that the caller saw, forty zeros for none; absent where that does not matter.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>Whether commits may be dropped from the branch; takes the permission <c>manage</c>.</summary>
    public bool Force { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
