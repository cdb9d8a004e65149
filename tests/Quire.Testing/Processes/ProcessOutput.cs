namespace Quire.Testing.Processes;

/// <summary>What a process that has ended left behind.</summary>
/// <param name="ExitCode">Its exit code; 128 + n when signal n ended it.</param>
/// <param name="Output">Everything on standard output.</param>
/// <param name="Errors">Everything on standard error.</param>
public sealed record ProcessOutput(int ExitCode, string Output, string Errors)
{
    /// <summary>This one if it ended well; else an exception that shows everything it printed.</summary>
    /// <param name="what">What was run, for the exception's text.</param>
    /// <exception cref="InvalidOperationException">The exit code is not 0.</exception>
    public ProcessOutput OrThrow(string what) => ExitCode == 0
        ? this
        : throw new InvalidOperationException($"{what} ended with exit code {ExitCode}\n{Output}{Errors}");
}
