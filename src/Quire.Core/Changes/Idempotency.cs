namespace Quire.Core.Changes;

/// <summary>The key of a request that may be sent more than once.</summary>
/// <param name="Key">The key that the client chose, 1 to 200 characters.</param>
/// <param name="RequestHash">SHA-256 of what is asked for.</param>
public sealed record Idempotency(string Key, byte[] RequestHash);
