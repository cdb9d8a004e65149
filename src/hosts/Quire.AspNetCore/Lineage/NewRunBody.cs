using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>A run to record.</summary>
internal sealed record NewRunBody
{
    /// <summary>The id that the client chooses, unique in the organisation: 1 to 200 visible ASCII characters, for example a UUID. The same request again is answered as the first one.</summary>
    public required string Id { get; init; }

    /// <summary>What it was for: <c>evaluation</c>, <c>experiment</c> or <c>deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What people call it; at most 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Addresses of what it used, for example <c>support/answer@7</c>; an alias means the version that carries it now.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>Its settings, by name.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>What was measured so far, by name.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>Whether nothing will be added; absent for no.</summary>
    public bool? Finished { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    public NewRun ToNewRun() => new()
    {
        Id = Id,
        Kind = RunKinds.Parse(Kind),
        Title = Title ?? "",
        Prompts = Prompts,
        Parameters = Parameters ?? new Dictionary<string, string>(),
        Metrics = Metrics ?? new Dictionary<string, double>(),
        Finished = Finished ?? false,
    };
}
