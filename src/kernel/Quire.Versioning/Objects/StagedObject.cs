namespace Quire.Versioning.Objects;

/// <summary>A new object, and the older one that it was made from.</summary>
/// <param name="Value">The object.</param>
/// <param name="MadeFrom">A tree's predecessor, as which's delta it may be stored; null where there is none.</param>
public sealed record StagedObject(GitObject Value, ObjectId? MadeFrom);
