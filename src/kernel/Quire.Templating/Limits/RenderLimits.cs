namespace Quire.Templating.Limits;

/// <summary>The budgets of one render. Reaching one ends the render with a diagnostic of the family QT3xxx.</summary>
public sealed record RenderLimits
{
    /// <summary>Safe for templates from anyone.</summary>
    public static RenderLimits Default { get; } = new();

    /// <summary>Units of work: a statement, an iteration, an element a filter looks at, 64 bytes of text made. Default: 10 million.</summary>
    public long MaxSteps { get; init; } = 10_000_000;

    /// <summary>How deep calls may nest: an include or import weighs 10, a macro 4, a recursive loop or block 1. Default: 1,000.</summary>
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>The longest output in UTF-16 units. Default: 16 Mi.</summary>
    public int MaxOutputLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of strings and collections that the render may hold alive, counted by the engine. Default: 64 MiB.</summary>
    public long MaxMemoryBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Wall time. Default: 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(5);
}
