using Quire.AspNetCore.Prompts;

namespace Quire.AspNetCore.Pipeline;

/// <summary>What gates ask on the way.</summary>
/// <param name="Hosts">The names that requests may carry.</param>
/// <param name="Keys">Who calls.</param>
/// <param name="Ready">Answers kept ready.</param>
/// <param name="Sequences">Which changes have happened.</param>
/// <param name="Problems">How failures are answered.</param>
internal sealed record GateServices(HostNames Hosts, Authenticator Keys, ReadyAnswers Ready, SequenceGate Sequences, ProblemWriter Problems);
