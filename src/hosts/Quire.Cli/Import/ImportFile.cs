namespace Quire.Cli.Import;

/// <summary>A file of a folder to import.</summary>
/// <param name="Path">Its path in the project.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Read">Reads its content.</param>
/// <param name="IsExecutable">Whether it may be run.</param>
internal sealed record ImportFile(string Path, long Size, Func<byte[]> Read, bool IsExecutable);
