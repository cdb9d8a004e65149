namespace Quire.AspNetCore.History;

/// <summary>What a branch shall be; what is absent stays.</summary>
internal sealed record BranchSettingsBody
{
    /// <summary>True makes it the default branch.</summary>
    public bool? Default { get; init; }

    /// <summary>Whether it is protected.</summary>
    public bool? Protected { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
