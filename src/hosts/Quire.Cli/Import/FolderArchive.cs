using System.IO.Compression;
using Quire.Core.Limits;
using Quire.Prompts.Files;

namespace Quire.Cli.Import;

/// <summary>A folder as an archive, which is how it is sent.</summary>
internal static class FolderArchive
{
    private const int FileMode = 0x81A4, ExecutableMode = 0x81ED;

    // The first moment that an archive can say: what is sent does not depend on when.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Refuses files that no server would take, before anything is read or sent.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>too_large</c>.</exception>
    public static void Check(IReadOnlyList<ImportFile> files)
    {
        QuireLimits.CommitChanges.Check(files.Count, "The import");
        foreach (var file in files)
        {
            QuireLimits.FileBytes.Check(file.Size, $"'{file.Path}'");
            if (FileRole.Classify(file.Path, []) is FileRole.Prompt)
                QuireLimits.PromptBytes.Check(file.Size, $"The prompt file '{file.Path}'");
        }
        QuireLimits.ImportInflated.Check(files.Sum(file => file.Size), "The import");
    }

    /// <summary>The archive.</summary>
    public static byte[] Pack(IReadOnlyList<ImportFile> files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Path, CompressionLevel.Fastest);
                entry.LastWriteTime = Always;
                entry.ExternalAttributes = (file.IsExecutable ? ExecutableMode : FileMode) << 16;
                using var stream = entry.Open();
                stream.Write(file.Read());
            }
        }
        return buffer.ToArray();
    }
}
