using System.IO.Compression;

namespace Quire.Core.Exports;

/// <summary>Writes archives of files, as imports read them.</summary>
public static class FileArchive
{
    private const int FileMode = 0x81A4, ExecutableMode = 0x81ED;

    // The first moment that an archive can say: the same files always give the same bytes.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive.</summary>
    /// <param name="files">The files: path, whether it may be run, and what reads its content when its turn comes.</param>
    public static byte[] Write(IEnumerable<(string Path, bool IsExecutable, Func<ReadOnlyMemory<byte>> Read)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, executable, read) in files)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
                entry.LastWriteTime = Always;
                entry.ExternalAttributes = (executable ? ExecutableMode : FileMode) << 16;
                using var stream = entry.Open();
                stream.Write(read().Span);
            }
        }
        return buffer.ToArray();
    }
}
