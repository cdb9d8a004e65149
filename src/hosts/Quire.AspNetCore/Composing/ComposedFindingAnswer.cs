namespace Quire.AspNetCore.Composing;

/// <summary>A character of the user's text that can deceive a reader.</summary>
internal sealed record ComposedFindingAnswer
{
    /// <summary>The stable code.</summary>
    public required string Code { get; init; }

    /// <summary>The merge point whose text it is in.</summary>
    public required string MergePoint { get; init; }

    /// <summary>Where it begins, in UTF-16 units of the user's text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is.</summary>
    public required int Length { get; init; }

    /// <summary>What it is.</summary>
    public required string Message { get; init; }
}
