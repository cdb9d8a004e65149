namespace Quire.Testing.Services;

/// <summary>Looks for programs of the machine.</summary>
internal static class Executables
{
    /// <summary>The program's absolute path, or null where it is not installed.</summary>
    /// <param name="name">The file name.</param>
    /// <param name="folders">Where to look before the PATH.</param>
    public static string? Find(string name, params IEnumerable<string> folders)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(path).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
