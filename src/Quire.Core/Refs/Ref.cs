using Quire.Versioning.Objects;

namespace Quire.Core.Refs;

/// <summary>A named pointer to a commit or tag object.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Name">The full name, for example <c>refs/heads/main</c>.</param>
/// <param name="Target">The object it points to.</param>
/// <param name="Protected">Whether only those with permission may move it, and nobody by force.</param>
public sealed record Ref(long ProjectId, string Name, ObjectId Target, bool Protected);
