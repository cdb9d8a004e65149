using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Prompts;
using Quire.Core.Imports;

namespace Quire.AspNetCore.Imports;

/// <summary>What became of one item of an import.</summary>
internal sealed record ImportedItemAnswer
{
    /// <summary>What the source calls it; empty where it has no name.</summary>
    public required string Name { get; init; }

    /// <summary><c>created</c>, <c>updated</c>, <c>unchanged</c>, <c>skipped</c> or <c>failed</c>.</summary>
    public required string Result { get; init; }

    /// <summary>Where it stands in the source, for example <c>prompts.csv, line 3</c>.</summary>
    public string? Place { get; init; }

    /// <summary>The prompt's path, or the file's where it is no prompt; absent where it failed.</summary>
    public string? Path { get; init; }

    /// <summary>The numbers of its new versions, oldest first; absent where it has none.</summary>
    public IReadOnlyList<long>? Versions { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The way out.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with its text; absent where that is not what failed.</summary>
    public IReadOnlyList<Finding>? Diagnostics { get; init; }

    /// <summary>What Core says.</summary>
    public static ImportedItemAnswer Of(ImportedItem item) => new()
    {
        Name = item.Name,
        Result = Words.Of(item.Outcome),
        Place = item.Origin,
        Path = item.Path,
        Versions = item.Versions.Count == 0 ? null : item.Versions,
        Reason = item.Reason,
        Hint = item.Hint,
        Diagnostics = item.Findings.Count == 0 ? null : Finding.All(item.Findings),
    };
}
