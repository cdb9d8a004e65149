namespace Quire.Core.Imports;

/// <summary>A prompt that comes from elsewhere, or a file.</summary>
public sealed record ImportItem
{
    /// <summary>What the source calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its versions, oldest first; at least one.</summary>
    public required IReadOnlyList<ImportVersion> Versions { get; init; }

    /// <summary>Whether names have no slash, so that a dot may stand for one, as in MLflow.</summary>
    public bool IsDotted { get; init; }

    /// <summary>The tags of the prompt; null where the source does not say.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The prompt's tags of key and value.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>What the prompt is for, said beside its versions; null where the source does not say.</summary>
    public string? Description { get; init; }

    /// <summary>Where its first version stands, for messages.</summary>
    public string Origin => Versions[0].Origin;

    /// <summary>
    /// Whether the versions are a history to be continued. One version alone says how the prompt is now, unless it is the first one there ever was.
    /// </summary>
    public bool IsHistory => Versions.Count > 1 || Versions[0].Number == 1;
}
