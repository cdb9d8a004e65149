using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Blaming;

/// <summary>A file of a commit, and the lines that may come from it.</summary>
internal sealed class BlameOrigin(CommitNode commit, string path, ObjectId blob)
{
    public CommitNode Commit { get; } = commit;

    public string Path { get; } = path;

    public ObjectId Blob { get; } = blob;

    /// <summary>The lines in question, in no order.</summary>
    public List<Piece> Pieces { get; set; } = [];

    /// <summary>Lines in a row: where they stand in the file that was asked for, and where here.</summary>
    public readonly record struct Piece(int Line, int Count, int OriginalLine);
}
