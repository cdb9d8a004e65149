namespace Quire.Core.Exports;

/// <summary>A wish to export.</summary>
public sealed record ExportRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The form.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>The folder whose prompts are meant; null for all.</summary>
    public string? Folder { get; init; }

    /// <summary>The tag that the prompts have; null for any.</summary>
    public string? Tag { get; init; }

    /// <summary>The prompts by path; empty for all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether all numbered versions go out, oldest first, instead of the newest; not for <see cref="ExportFormat.Zip"/>, which holds the files as they stand.</summary>
    public bool AllVersions { get; init; }
}
