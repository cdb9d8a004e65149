namespace Quire.Checks.Running;

/// <summary>How a runner ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it was ended from here.</param>
/// <param name="Output">Everything it printed.</param>
/// <param name="WasEnded">Whether it was ended from here, because it took too long or its test executable had died.</param>
internal sealed record ProcessEnd(int ExitCode, string Output, bool WasEnded);
