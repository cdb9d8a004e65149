namespace Quire.Checks.Results;

/// <summary>One test as a result file tells it.</summary>
/// <param name="Name">The full name, arguments included.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">The failure or the reason for skipping; empty when it passed.</param>
/// <param name="Trace">The stack trace of a failure; else empty.</param>
/// <param name="Output">What the test itself printed, a seed for example.</param>
internal sealed record TestCase(string Name, TestOutcome Outcome, string Message = "", string Trace = "", string Output = "");
