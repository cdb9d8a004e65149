namespace Quire.AspNetCore.Prompts;

/// <summary>The version to go back to.</summary>
internal sealed record RollbackBody
{
    /// <summary>The version's number.</summary>
    public required long Version { get; init; }

    /// <summary>The commit's message; absent for one that names the version.</summary>
    public string? Message { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
