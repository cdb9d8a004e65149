namespace Quire.Core.Imports.Planning;

/// <summary>A new version to write.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="IsExecutable">Whether it may be run.</param>
/// <param name="Message">The message that it came with; null for none.</param>
internal sealed record PlannedFile(string Path, ReadOnlyMemory<byte> Bytes, bool IsExecutable, string? Message);
