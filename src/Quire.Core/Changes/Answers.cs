using System.Text.Json;
using Quire.Core.Changes.Planning;
using Quire.Core.Errors;

namespace Quire.Core.Changes;

/// <summary>Keeps answers under idempotency keys and gives them again.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The record of an answer.</summary>
    public static IdempotencyRecord Record(PlanningContext context, Idempotency idempotency, string key, Applied applied) =>
        new(context.Project.OrganisationId, key, idempotency.RequestHash, JsonSerializer.Serialize(applied with { Warnings = [] }, Json), context.Now);

    /// <summary>The answer given before.</summary>
    /// <exception cref="QuireException"><c>idempotency_key_reused</c>.</exception>
    public static Applied Replay(IdempotencyRecord record, Idempotency idempotency)
    {
        if (!record.RequestHash.AsSpan().SequenceEqual(idempotency.RequestHash))
        {
            throw new QuireException(ErrorKind.Conflict, "idempotency_key_reused", $"The idempotency key '{idempotency.Key}' was used for another request.",
                "Choose a new key for a new request.");
        }
        return JsonSerializer.Deserialize<Applied>(record.Answer, Json)! with { Replayed = true };
    }
}
