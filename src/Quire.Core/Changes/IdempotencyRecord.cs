namespace Quire.Core.Changes;

/// <summary>What was answered to an idempotency key.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Key">The key that the client chose, prefixed by who sent it.</param>
/// <param name="RequestHash">SHA-256 of the request, so that another request under the same key is noticed.</param>
/// <param name="Answer">The answer as JSON.</param>
/// <param name="At">When it was given.</param>
public sealed record IdempotencyRecord(long OrganisationId, string Key, byte[] RequestHash, string Answer, DateTimeOffset At);
