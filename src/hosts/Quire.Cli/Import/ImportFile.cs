namespace Quire.Cli.Import;

/// <summary>A file to store.</summary>
/// <param name="Path">Its path in the project.</param>
/// <param name="Origin">Where it came from, for messages: a file on disk, or a row and its file.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Read">Reads its content.</param>
/// <param name="IsExecutable">Whether it may be run.</param>
internal sealed record ImportFile(string Path, string Origin, long Size, Func<byte[]> Read, bool IsExecutable = false)
{
    /// <summary>The aliases to set on it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
