using Quire.Templating.Values;

namespace Quire.Core.Validation;

/// <summary>A file that is not stored, to be checked as if it were committed.</summary>
/// <param name="Project">The project.</param>
/// <param name="FilePath">The path that the file would have.</param>
/// <param name="Bytes">Its content.</param>
public sealed record SourceToCheck(string Project, string FilePath, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The branch whose files stand beside it; null for the default branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Variables to hold against its schema, a map; null for none.</summary>
    public Value? Variables { get; init; }
}
