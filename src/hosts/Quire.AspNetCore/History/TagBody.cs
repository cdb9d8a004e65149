namespace Quire.AspNetCore.History;

/// <summary>A tag to create.</summary>
internal sealed record TagBody
{
    /// <summary>What it names: a branch, a tag, or <c>sha:</c> and the digits of a commit; absent for the default branch.</summary>
    public string? Target { get; init; }

    /// <summary>The message of an annotated tag; absent for a plain one.</summary>
    public string? Message { get; init; }
}
