namespace Quire.Core.Changes;

/// <summary>Answers already given, by idempotency key.</summary>
public interface IIdempotencyKeys
{
    /// <summary>The recorded answer, or null.</summary>
    IdempotencyRecord? Find(long organisationId, string key);

    /// <summary>Records an answer in the transaction that it answers for.</summary>
    void Add(IdempotencyRecord record);

    /// <summary>Forgets answers given before <paramref name="before"/>.</summary>
    int RemoveOlderThan(DateTimeOffset before);
}
