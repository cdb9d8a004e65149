using Quire.Core.Exports;
using Quire.Core.Limits;
using Quire.Prompts.Files;

namespace Quire.Cli.Import;

/// <summary>A folder as an archive, which is how it is sent.</summary>
internal static class FolderArchive
{
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
    public static byte[] Pack(IReadOnlyList<ImportFile> files) =>
        FileArchive.Write(files.Select(file => (file.Path, file.IsExecutable, (Func<ReadOnlyMemory<byte>>)(() => file.Read()))));
}
