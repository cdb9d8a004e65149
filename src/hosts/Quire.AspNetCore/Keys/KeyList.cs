namespace Quire.AspNetCore.Keys;

/// <summary>The keys of an organisation.</summary>
/// <param name="Items">Newest first.</param>
internal sealed record KeyList(IReadOnlyList<KeyAnswer> Items);
