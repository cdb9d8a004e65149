namespace Quire.AspNetCore.Composing;

/// <summary>A message of a composed chat prompt.</summary>
internal sealed record ComposedMessageAnswer
{
    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The text.</summary>
    public required string Content { get; init; }

    /// <summary>Who gave it: the place in <c>layers</c>.</summary>
    public required int Layer { get; init; }

    /// <summary>The merge point or placeholder that it stands in.</summary>
    public string? MergePoint { get; init; }

    /// <summary>Who wrote which span of the text.</summary>
    public IReadOnlyList<ComposedSpanAnswer>? Provenance { get; init; }
}
