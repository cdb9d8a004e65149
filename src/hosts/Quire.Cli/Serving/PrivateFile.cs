namespace Quire.Cli.Serving;

/// <summary>Files that only their owner can read.</summary>
internal static class PrivateFile
{
    /// <summary>Writes one line into a new file of mode 0600; one that stood there before is gone.</summary>
    public static void Write(string path, string line)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(path);
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(line);
    }
}
