using Quire.Versioning.Objects;

namespace Quire.Core.Drafts;

/// <summary>A draft in a list, without its text.</summary>
/// <param name="Branch">The branch, without <c>refs/heads/</c>.</param>
/// <param name="Path">The prompt's path.</param>
/// <param name="Base">The commit that the person started from; null where there was none.</param>
/// <param name="Bytes">How long the text is, in UTF-8.</param>
/// <param name="UpdatedAt">When it was kept.</param>
public sealed record DraftEntry(string Branch, string Path, ObjectId? Base, long Bytes, DateTimeOffset UpdatedAt);
