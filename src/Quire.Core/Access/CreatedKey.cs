namespace Quire.Core.Access;

/// <summary>A key that was just made.</summary>
/// <param name="Key">The stored row.</param>
/// <param name="Secret">The text that opens it. It is shown once and not kept.</param>
public sealed record CreatedKey(ApiKey Key, string Secret);
