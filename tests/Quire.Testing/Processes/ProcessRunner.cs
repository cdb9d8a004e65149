using System.Diagnostics;
using System.Text;

namespace Quire.Testing.Processes;

/// <summary>Runs a program to its end.</summary>
public static class ProcessRunner
{
    /// <summary>Far longer than any test's program needs; one that hangs fails its test instead of the whole run.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs the program, feeds it, and answers what it printed. A wrong exit code is the caller's business.</summary>
    /// <param name="start">What to run; streams are redirected here.</param>
    /// <param name="input">What it reads on standard input; nothing by default.</param>
    /// <exception cref="TimeoutException">It did not end within three minutes; it was killed.</exception>
    public static ProcessOutput Run(ProcessStartInfo start, ReadOnlyMemory<byte> input = default)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(false);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        Feed(process, input);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {Limit}");
        }

        return new ProcessOutput(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs a program with arguments in a folder.</summary>
    /// <param name="folder">The current directory of the program.</param>
    /// <param name="program">The program's name or path.</param>
    /// <param name="arguments">Its arguments, not quoted.</param>
    public static ProcessOutput Run(string folder, string program, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program may end without reading what it was given.
        }
    }
}
