namespace Quire.Core.Diffing;

/// <summary>A file that differs.</summary>
public sealed record FileDifference
{
    /// <summary>The path before; null where the file is new.</summary>
    public string? OldPath { get; init; }

    /// <summary>The path after; null where the file is gone.</summary>
    public string? NewPath { get; init; }

    /// <summary><c>added</c>, <c>deleted</c>, <c>moved</c> or <c>changed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How many lines came.</summary>
    public int Added { get; init; }

    /// <summary>How many lines went.</summary>
    public int Removed { get; init; }

    /// <summary>Whether a side is no text, or too long to be compared here; then there are no lines.</summary>
    public bool Opaque { get; init; }

    /// <summary>The changed lines with the lines around them.</summary>
    public IReadOnlyList<DiffSection> Sections { get; init; } = [];

    /// <summary>What the change means: front matter keys, variables, merge points, model settings.</summary>
    public IReadOnlyList<MeaningChange> Meaning { get; init; } = [];
}
