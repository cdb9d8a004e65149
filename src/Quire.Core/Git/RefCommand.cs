using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>What a push wants of one ref.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Old">What the client saw; null where it saw none.</param>
/// <param name="New">Where it shall stand; null deletes it.</param>
public sealed record RefCommand(string Name, ObjectId? Old, ObjectId? New);
