namespace Quire.Core.Imports.Reading;

/// <summary>A file of an archive.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="IsExecutable">Whether it may be run.</param>
internal sealed record ZippedFile(string Path, ReadOnlyMemory<byte> Bytes, bool IsExecutable);
