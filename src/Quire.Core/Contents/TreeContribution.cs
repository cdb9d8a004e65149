using Quire.Versioning.Objects;

namespace Quire.Core.Contents;

/// <summary>A contribution in a tree.</summary>
/// <param name="Name">Its path as a prompt.</param>
/// <param name="FilePath">The file's path.</param>
/// <param name="Blob">Its content.</param>
internal sealed record TreeContribution(string Name, string FilePath, ObjectId Blob);
