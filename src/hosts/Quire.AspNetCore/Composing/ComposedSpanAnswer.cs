namespace Quire.AspNetCore.Composing;

/// <summary>Who wrote a span of a text.</summary>
internal sealed record ComposedSpanAnswer
{
    /// <summary>Where it begins, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>Who wrote it: the place in <c>layers</c>.</summary>
    public required int Layer { get; init; }

    /// <summary>The merge point that it stands in.</summary>
    public string? MergePoint { get; init; }

    /// <summary>The variable that it is the value of.</summary>
    public string? Variable { get; init; }
}
