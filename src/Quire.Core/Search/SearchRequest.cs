namespace Quire.Core.Search;

/// <summary>What is looked for.</summary>
public sealed record SearchRequest
{
    /// <summary>The project; null for all that the caller reaches.</summary>
    public string? Project { get; init; }

    /// <summary>Words, <c>"phrases"</c>, <c>-not</c>, <c>begin*</c>; all must be there. Empty where filters say enough.</summary>
    public string Text { get; init; } = "";

    /// <summary>A tag, exactly.</summary>
    public string? Tag { get; init; }

    /// <summary>The category, exactly.</summary>
    public string? Category { get; init; }

    /// <summary>The author of the latest version: name, or name and address as the commit has them.</summary>
    public string? Author { get; init; }

    /// <summary>The model, exactly.</summary>
    public string? Model { get; init; }

    /// <summary>The layer, in lower case.</summary>
    public string? Layer { get; init; }

    /// <summary>An alias that the prompt has.</summary>
    public string? Alias { get; init; }

    /// <summary>The folder; empty for all.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Where the page before ended; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>How many at most, 1 to 1,000. A page may have fewer although more follow.</summary>
    public int Limit { get; init; } = 20;
}
