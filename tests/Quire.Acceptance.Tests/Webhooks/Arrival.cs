namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>A message as it arrived, in the order of arrival.</summary>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Id">What stood in <c>webhook-id</c>.</param>
/// <param name="Timestamp">What stood in <c>webhook-timestamp</c>.</param>
/// <param name="Signature">What stood in <c>webhook-signature</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="Fault">What the receiver did with it instead of taking it.</param>
/// <param name="TakenBefore">The messages that had been taken when it came.</param>
internal sealed record Arrival(long At, string Id, string Timestamp, string Signature, string Body, Fault Fault, IReadOnlySet<string> TakenBefore);
