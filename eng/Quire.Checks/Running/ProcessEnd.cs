namespace Quire.Checks.Running;

/// <summary>How a runner ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it was ended from here.</param>
/// <param name="Output">Everything it printed.</param>
/// <param name="HasCrashed">Whether the test executable died under it.</param>
internal sealed record ProcessEnd(int ExitCode, string Output, bool HasCrashed);
