namespace Quire.Core.Lineage;

/// <summary>A run to record.</summary>
public sealed record NewRun
{
    /// <summary>The id that the client chooses: 1 to 200 visible ASCII characters without slash, '%', '?' and '#'.</summary>
    public required string Id { get; init; }

    /// <summary>What it was for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What people call it; at most 500 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Addresses of what it used, for example <c>support/answer@7</c>; an alias means the version that carries it now.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>Its settings, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>What was measured so far, by name.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether nothing will be added.</summary>
    public bool Finished { get; init; }
}
