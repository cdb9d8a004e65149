namespace Quire.Core.Imports;

/// <summary>One version of a prompt that comes from elsewhere.</summary>
public sealed record ImportVersion
{
    /// <summary>Where it stands, for messages: <c>prompts.csv, line 3</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>What it says.</summary>
    public required ImportContent Content { get; init; }

    /// <summary>The number that it has there; null where it has none.</summary>
    public long? Number { get; init; }

    /// <summary>The message that it was made with; null for none.</summary>
    public string? Message { get; init; }

    /// <summary>The aliases that stand on it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Tags of the version itself, key and value.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
