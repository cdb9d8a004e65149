namespace Quire.AspNetCore.Sets;

/// <summary>What a prompt set shall be. What is absent stays as it is.</summary>
internal sealed record SetBody
{
    /// <summary>The folder, empty for the root; needed where the set is new.</summary>
    public string? Folder { get; init; }

    /// <summary>The semantic version that the next release shall have.</summary>
    public string? Version { get; init; }

    /// <summary>What the set is for.</summary>
    public string? Description { get; init; }

    /// <summary>The commit's message; absent for one that says what is done.</summary>
    public string? Message { get; init; }
}
