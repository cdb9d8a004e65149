namespace Quire.Core.Access;

/// <summary>The rows of signed-in browsers.</summary>
public interface ISignIns
{
    /// <summary>The row of that token's hash, or null. Like the look-up of a key it is without an organisation: it is how the organisation is found.</summary>
    SignIn? Find(byte[] hash);

    /// <summary>Adds one.</summary>
    void Add(SignIn signIn);

    /// <summary>Removes one; nothing happens where there is none.</summary>
    void Remove(byte[] hash);

    /// <summary>Removes those that have expired.</summary>
    void RemoveExpired(DateTimeOffset now);
}
