namespace Quire.AspNetCore.Composing;

/// <summary>Somebody who may write into a composed prompt.</summary>
internal sealed record ComposedLayerAnswer
{
    /// <summary><c>base</c>, <c>system</c>, <c>tenant</c>, <c>feature</c>, <c>agent</c>, <c>user</c>, <c>request</c> or <c>fence</c>.</summary>
    public required string Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }

    /// <summary>The project.</summary>
    public string? Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public string? Path { get; init; }

    /// <summary>The version's number.</summary>
    public long? Version { get; init; }

    /// <summary>The commit.</summary>
    public string? Commit { get; init; }

    /// <summary>The hash of the content and everything that it includes.</summary>
    public string? Hash { get; init; }
}
