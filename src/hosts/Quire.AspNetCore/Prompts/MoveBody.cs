namespace Quire.AspNetCore.Prompts;

/// <summary>Where a prompt shall move.</summary>
internal sealed record MoveBody
{
    /// <summary>The new path.</summary>
    public required string To { get; init; }

    /// <summary>The commit's message; absent for one that says what moved.</summary>
    public string? Message { get; init; }
}
