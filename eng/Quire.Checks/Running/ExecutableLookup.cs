using System.ComponentModel;
using System.Diagnostics;

namespace Quire.Checks.Running;

/// <summary>Looks for running processes by the file that they run.</summary>
internal static class ExecutableLookup
{
    /// <summary>Whether a process runs exactly this file; another working copy's executable of the same name is another file.</summary>
    /// <param name="file">The absolute path.</param>
    public static bool IsRunning(string file)
    {
        var found = false;
        foreach (var process in Process.GetProcessesByName(Path.GetFileName(file)))
            using (process)
                found |= FileOf(process) == file;
        return found;
    }

    private static string? FileOf(Process process)
    {
        try
        {
            return process.MainModule?.FileName;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return null; // it has ended meanwhile, or is somebody else's
        }
    }
}
