using System.Diagnostics;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Support;

/// <summary>Runs lines of a shell, as a person pastes them.</summary>
internal static class Shell
{
    /// <summary>Runs the text in a folder where <c>./quire</c> is the executable of this build.</summary>
    public static ProcessOutput Run(string folder, string text)
    {
        var shim = Path.Combine(folder, "quire");
        if (!File.Exists(shim))
        {
            File.WriteAllText(shim, $"#!/bin/sh\nexec '{QuireProcess.Executable}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", text]) { WorkingDirectory = folder };
        if (Path.GetDirectoryName(Environment.ProcessPath) is { } host && File.Exists(Path.Combine(host, "dotnet")))
            start.Environment.TryAdd("DOTNET_ROOT", host);
        start.Environment["HOME"] = folder;
        foreach (var name in (string[])["XDG_DATA_HOME", "QUIRE_DATA", "QUIRE_SERVER", "QUIRE_KEY"])
            start.Environment.Remove(name);
        return ProcessRunner.Run(start);
    }
}
