using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>A ref as clients see it.</summary>
/// <param name="Name">The full name, or <c>HEAD</c>.</param>
/// <param name="Target">The object it points to.</param>
/// <param name="Peeled">For an annotated tag what it leads to; null for others.</param>
public sealed record GitRef(string Name, ObjectId Target, ObjectId? Peeled);
