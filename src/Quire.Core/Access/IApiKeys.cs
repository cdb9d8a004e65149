namespace Quire.Core.Access;

/// <summary>The rows of API keys.</summary>
public interface IApiKeys
{
    /// <summary>The key of that id, or null. The one look-up without an organisation: it is how the organisation is found.</summary>
    ApiKey? Find(string id);

    /// <summary>All keys of the organisation, newest first.</summary>
    IReadOnlyList<ApiKey> List(long organisationId);

    /// <summary>Adds a key.</summary>
    void Add(ApiKey key);

    /// <summary>Revokes a key; false when the organisation has none of that id that still works.</summary>
    bool Revoke(long organisationId, string id, DateTimeOffset now);
}
