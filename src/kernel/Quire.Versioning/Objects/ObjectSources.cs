using Quire.Versioning.Commits;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Objects;

/// <summary>Reading of objects that must be there.</summary>
public static class ObjectSources
{
    /// <summary>Reads an object of any kind.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.MissingObject"/>.</exception>
    public static GitObject Read(this IObjectSource source, ObjectId id) => source.TryRead(id, out var value)
        ? value
        : throw new VersioningException(VersioningCodes.MissingObject, $"Object {id} is not in the store.") { Subject = id.ToString() };

    /// <summary>Reads an object of a given kind.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.MissingObject"/> or <see cref="VersioningCodes.WrongKind"/>.</exception>
    public static GitObject Read(this IObjectSource source, ObjectId id, ObjectKind kind)
    {
        var value = source.Read(id);
        if (value.Kind != kind)
            throw new VersioningException(VersioningCodes.WrongKind, $"Object {id} is a {value.Kind.Name()}, not a {kind.Name()}.") { Subject = id.ToString() };
        return value;
    }

    /// <summary>Reads the bytes of a blob.</summary>
    public static ReadOnlyMemory<byte> ReadBlob(this IObjectSource source, ObjectId id) => source.Read(id, ObjectKind.Blob).Body;

    /// <summary>Reads a tree, leniently. The empty tree is always there.</summary>
    public static Tree ReadTree(this IObjectSource source, ObjectId id) => id == ObjectId.EmptyTree
        ? Tree.Empty
        : Tree.Parse(source.Read(id, ObjectKind.Tree).Body.Span);

    /// <summary>Reads a commit.</summary>
    public static Commit ReadCommit(this IObjectSource source, ObjectId id) => Commit.Parse(source.Read(id, ObjectKind.Commit));

    /// <summary>Follows annotated tags until something else is reached.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.LimitExceeded"/>: more than <see cref="VersioningLimits.TagDepth"/> tags.</exception>
    public static GitObject Peel(this IObjectSource source, ObjectId id)
    {
        var value = source.Read(id);
        for (var depth = 0; value.Kind == ObjectKind.Tag; depth++)
        {
            if (depth == VersioningLimits.TagDepth)
                throw new VersioningException(VersioningCodes.LimitExceeded, $"Tag {id} points at more than {VersioningLimits.TagDepth} tags in a row.") { Subject = id.ToString() };
            value = source.Read(Tag.Parse(value).Target);
        }
        return value;
    }
}
