namespace Quire.Testing;

/// <summary>A new empty folder that is gone when the test is over.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TempFolder() => Path = Directory.CreateTempSubdirectory("quire-test-").FullName;

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The absolute path of something inside; nothing is made.</summary>
    /// <param name="parts">Its relative path, in parts.</param>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a text file without byte order mark, with its folders, and answers its absolute path.</summary>
    /// <param name="path">The relative path, with <c>/</c> between folders.</param>
    /// <param name="text">The whole text.</param>
    public string Write(string path, string text)
    {
        var file = Prepare(path);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Writes a file, with its folders, and answers its absolute path.</summary>
    /// <param name="path">The relative path, with <c>/</c> between folders.</param>
    /// <param name="bytes">The whole content.</param>
    public string Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Prepare(path);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    /// <summary>Removes the folder with everything in it, write-protected files too.</summary>
    public void Dispose()
    {
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories))
            if (file.IsReadOnly && file.LinkTarget is null)
                file.IsReadOnly = false;
        Directory.Delete(Path, recursive: true);
    }

    private string Prepare(string path)
    {
        var file = Combine(path.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        return file;
    }
}
