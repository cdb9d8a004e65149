using System.Diagnostics;
using System.Text;

namespace Quire.Bench.Versioning.Clone;

/// <summary>Runs git.</summary>
internal static class Git
{
    /// <summary>Makes a bare repository out of what is written for <c>git fast-import</c>.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Import(string folder, Action<StreamWriter> feed)
    {
        Run(Path.GetTempPath(), "init", "--quiet", "--bare", "--initial-branch=main", folder);
        using var import = Process.Start(new ProcessStartInfo("git", ["-C", folder, "fast-import", "--quiet"]) { RedirectStandardInput = true })!;
        using (var stream = new StreamWriter(import.StandardInput.BaseStream, new UTF8Encoding(false)) { NewLine = "\n" })
            feed(stream);
        import.WaitForExit();
        if (import.ExitCode != 0)
            throw new InvalidOperationException("git fast-import failed.");
    }

    /// <summary>Runs it to its end and answers what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed.");
    }
}
