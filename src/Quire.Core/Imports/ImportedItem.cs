using Quire.Templating.Diagnostics;

namespace Quire.Core.Imports;

/// <summary>What became of one item of an import.</summary>
public sealed record ImportedItem
{
    /// <summary>What the source calls it; empty where it has no name.</summary>
    public required string Name { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>Where it stands in the source; null for what was skipped.</summary>
    public string? Origin { get; init; }

    /// <summary>The prompt's path, or the file's where it is no prompt; null where it failed.</summary>
    public string? Path { get; init; }

    /// <summary>The numbers of its new versions, oldest first.</summary>
    public IReadOnlyList<long> Versions { get; init; } = [];

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The way out.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with its text, each with its place.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The item of a failure.</summary>
    internal static ImportedItem Of(ImportFailure failure) => new()
    {
        Name = failure.Name,
        Outcome = ImportOutcome.Failed,
        Origin = failure.Origin,
        Reason = failure.Reason,
        Hint = failure.Hint,
        Findings = failure.Findings,
    };
}
