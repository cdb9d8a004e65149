using System.IO.Compression;
using Quire.Cli.Terminal;
using Quire.Core.Errors;

namespace Quire.Cli.Commands.Export;

/// <summary>Writes what was exported to disk.</summary>
/// <param name="cli">Where it is told.</param>
/// <param name="place">The folder or file, as it was named.</param>
/// <param name="force">Whether files that are there are written over.</param>
internal sealed class ExportOutput(CliContext cli, string place, bool force)
{
    private const int ExecuteBits = 0b001_001_001;
    private readonly string _path = cli.PathOf(place);

    /// <summary>Refuses to write over something, before anything is asked for.</summary>
    public void Check(bool isFolder)
    {
        if (force)
            return;
        if (isFolder && Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any())
            throw CliErrors.WrongCall($"'{place}' is not empty.", "Name a new folder, or add --force to write over files that are there.");
        if (File.Exists(_path))
            throw CliErrors.WrongCall($"'{place}' is there already.", "Name a new file, or add --force.");
    }

    /// <summary>Writes it.</summary>
    public void Write(byte[] bytes, bool isFolder, bool json)
    {
        var files = 1;
        if (isFolder)
            files = Unpack(bytes);
        else
            CliErrors.Reading(place, () => WriteFile(_path, bytes));
        if (json)
            cli.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("files", files);
                writer.WriteNumber("bytes", bytes.Length);
                writer.WriteEndObject();
            });
        else
            cli.WriteLine($"{files} {(files == 1 ? "file" : "files")} written to {place}");
    }

    private int Unpack(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Directory.CreateDirectory(_path);
        foreach (var entry in archive.Entries)
            CliErrors.Reading(entry.FullName, () => Unpack(entry));
        return archive.Entries.Count;
    }

    private bool Unpack(ZipArchiveEntry entry)
    {
        // The server may be any: what it sends stays below the folder, and is not written through links.
        var target = Path.GetFullPath(Path.Combine(_path, entry.FullName));
        if (!target.StartsWith(_path + Path.DirectorySeparatorChar, StringComparison.Ordinal) || IsThroughLink(target))
            throw new QuireException(ErrorKind.Rejected, "path_refused", $"'{entry.FullName}' leads out of '{place}'.", "Export into a new folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        WriteFile(target, content.ToArray());
        if (!OperatingSystem.IsWindows() && ((entry.ExternalAttributes >> 16) & ExecuteBits) != 0)
            File.SetUnixFileMode(target, File.GetUnixFileMode(target) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return true;
    }

    private bool IsThroughLink(string target)
    {
        for (var at = target; at.Length > _path.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        }
        return false;
    }

    private static bool WriteFile(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return true;
    }
}
