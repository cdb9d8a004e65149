using Quire.Core.Contents;

namespace Quire.Core.Exports;

/// <summary>A version that goes out.</summary>
internal sealed record ExportedVersion
{
    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>Its number.</summary>
    public required long Number { get; init; }

    /// <summary>The file's path.</summary>
    public required string FilePath { get; init; }

    /// <summary>The file.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The file, read.</summary>
    public required ParsedFile Content { get; init; }

    /// <summary>The aliases on it, by name.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Whether it is the newest one.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>The prompt's tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its model settings where they are overridden, as JSON.</summary>
    public string? ModelOverride { get; init; }

    /// <summary>The message of its commit.</summary>
    public required string Message { get; init; }
}
