using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>Creates, moves or deletes a tag.</summary>
/// <param name="Name">The full name, for example <c>refs/tags/v1</c>.</param>
/// <param name="Expected">The object that the caller saw; null where the tag must not exist.</param>
/// <param name="New">The new object, a commit or an annotated tag; null deletes the tag.</param>
public sealed record TagMove(string Name, ObjectId? Expected, ObjectId? New) : Move
{
    /// <summary>Whether a tag that exists may point elsewhere.</summary>
    public bool Force { get; init; }
}
