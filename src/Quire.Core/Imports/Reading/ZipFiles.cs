using System.IO.Compression;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Prompts.Names;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads archives. Nothing is written anywhere, so no path leads out of anything; paths that would are refused all the same, one by one, and so are
/// links, entries that hold something else than they say, and names that are one on other machines.
/// </summary>
/// <param name="name">The archive's name, for messages.</param>
/// <param name="collected">Where refusals go.</param>
internal sealed class ZipFiles(string name, ItemCollector collected)
{
    private const int TypeMask = 0xF000, LinkType = 0xA000, FileType = 0x8000, ExecuteBits = 0b001_001_001;
    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);
    private long _inflated;

    /// <summary>Whether bytes are an archive.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    /// <summary>The files, in order of their paths, those of <c>.git</c> left out.</summary>
    /// <exception cref="QuireException"><c>import_refused</c> where it is no archive, <c>too_large</c>.</exception>
    public IReadOnlyList<ZippedFile> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            QuireLimits.CommitChanges.Check(archive.Entries.Count, "The archive");
            QuireLimits.ImportInflated.Check(archive.Entries.Sum(entry => Math.Clamp(entry.Length, 0, QuireLimits.ImportInflated.Value + 1)), "The archive");
            return [.. archive.Entries.Where(IsWanted).Select(Try).OfType<ZippedFile>().OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
        catch (InvalidDataException)
        {
            throw new QuireException(ErrorKind.Rejected, "import_refused", $"{name}: the archive is damaged, or none.", "Make it again.");
        }
    }

    private static bool IsWanted(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith('/') && !IsBelow(entry.FullName, ".git") && !IsBelow(entry.FullName, "__MACOSX");

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal) || path.Contains($"/{folder}/", StringComparison.Ordinal);

    private ZippedFile? Try(ZipArchiveEntry entry)
    {
        ZippedFile? file = null;
        var shown = SafeText.Of(entry.FullName);
        collected.Try(shown, $"{name}: {shown}", () => file = Read(entry));
        return file;
    }

    private ZippedFile Read(ZipArchiveEntry entry)
    {
        var path = entry.FullName;
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal))
            throw new ItemRefusedException("the path has a backslash or a colon.", "Separate folders by '/'.");
        if (TreePath.Check(path) is { } problem)
            throw new ItemRefusedException(problem.Message, problem.Hint ?? "Give it another name.");
        if (!_folded.TryAdd(CaseFolding.Fold(path), path))
            throw new ItemRefusedException($"'{path}' and '{_folded[CaseFolding.Fold(path)]}' are one path where case does not count.", "Rename one of them.");
        var mode = entry.ExternalAttributes >> 16;
        if ((mode & TypeMask) is not (0 or FileType))
            throw new ItemRefusedException((mode & TypeMask) == LinkType ? $"'{path}' is a symbolic link; links are not stored." : $"'{path}' is no plain file.", "Put the file itself in its place.");
        return new ZippedFile(path, Inflate(entry), (mode & ExecuteBits) != 0);
    }

    private byte[] Inflate(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new ItemRefusedException("the file is encrypted.", "Make the archive without a password.");
        if (entry.Length is < 0 || entry.Length > QuireLimits.FileBytes.Value)
            throw new ItemRefusedException($"the file has {entry.Length:N0} bytes; the limit is {QuireLimits.FileBytes.Value:N0}.", "Leave it out, or make it smaller.");
        try
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            _inflated += read;
            QuireLimits.ImportInflated.Check(_inflated, "The archive");
            // What is longer than it says is cut by now, which its checksum tells.
            return read == bytes.Length && stream.ReadByte() < 0 && Crc32.Of(bytes) == entry.Crc32 ? bytes : throw new ItemRefusedException("the file is not what the archive says: its length or checksum differs.", "Make the archive again.");
        }
        catch (InvalidDataException)
        {
            throw new ItemRefusedException("the file is damaged.", "Make the archive again.");
        }
    }
}
